// Term preservation: the share of occurrences of the source's terms that the rewrite keeps: word
// for word, inflected, or in a variant that is allowed. Editors keep the terms of a subject;
// spinners do not know them.
#include "engine/score/scorer.hpp"
#include "scorers/term/terms.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"kept"}, {"inflected"}, {"variants"}, {"occurrences"}};
enum Layout { kept, inflected, variants, occurrences };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  for (const auto& [term, most_alike] : pair.shared(find_term_fates)) {
    out[kept] += term.kept;
    out[inflected] += term.inflected;
    out[variants] += term.variants;
    out[occurrences] += term.occurrences;
  }
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[occurrences] > 0
                  ? (stats[kept] + stats[inflected] + stats[variants]) / stats[occurrences]
                  : no_value;
}

}  // namespace

extern constinit const Scorer term_preservation_scorer{
    .info = {.name = "term_preservation",
             .family = Family::term,
             .summary = "share of the source's terms kept, inflected or rendered as allowed",
             .source = "this project; terms by C-value (Frantzi et al. 2000)",
             .range = {0, 1},
             .identity = 1,
             .undefined_when = "the source has no term: none of the glossary, no acronym that it "
                               "explains, none of several words that it repeats",
             .definition = "Terms are those of the glossary, acronyms that the source explains, "
                           "and phrases of two words or more that it repeats (C-value). Of their "
                           "occurrences, those whose counterpart in the rewrite is the term "
                           "itself, an inflection, its acronym or full form, or a rendering that "
                           "the glossary allows, divided by all.",
             .cost = "after the word alignment, which the family shares: time and memory O(m + "
                     "n)",
             .example = {"A solar panel is cheap. Each solar panel lasts. They sell a solar panel.",
                         "A solar panel is cheap. Each sun board lasts. They sell solar panels.",
                         2.0 / 3}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
