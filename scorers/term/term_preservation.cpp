// Term preservation: the share of occurrences of the source's multi-word terms that the rewrite
// keeps, word for word or inflected. Editors keep the terms of a subject; spinners do not know
// them.
#include "engine/score/scorer.hpp"
#include "scorers/term/terms.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"kept"}, {"inflected"}, {"occurrences"}};
enum Layout { kept, inflected, occurrences };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  for (const TermRecord& term : pair.shared(find_terms)) {
    out[kept] += term.kept;
    out[inflected] += term.inflected;
    out[occurrences] += term.occurrences;
  }
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] =
      stats[occurrences] > 0 ? (stats[kept] + stats[inflected]) / stats[occurrences] : no_value;
}

}  // namespace

extern constinit const Scorer term_preservation_scorer{
    .info = {.name = "term_preservation",
             .family = Family::term,
             .summary = "share of the source's repeated multi-word terms kept or inflected",
             .source = "this project; terms after C-value (Frantzi et al. 2000)",
             .range = {0, 1},
             .identity = 1,
             .undefined_when = "no term of several words occurs twice in the source",
             .example = {"A solar panel is cheap. Each solar panel lasts. They sell a solar panel.",
                         "A solar panel is cheap. Each sun board lasts. They sell solar panels.",
                         2.0 / 3}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
