// Quotation preservation: the share of the source's quotations that the rewrite keeps word for
// word. What somebody said is not to be reworded: a spinner does it all the same.
#include "engine/score/scorer.hpp"
#include "scorers/term/mentions.hpp"
#include "scorers/term/quotations.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"preserved"}, {"occurrences"}};
enum Layout { preserved, occurrences };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  const Preserved all = count_preserved(pair.shared(find_quotes));
  out[preserved] = all.preserved;
  out[occurrences] = all.occurrences;
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[occurrences] > 0 ? stats[preserved] / stats[occurrences] : no_value;
}

}  // namespace

extern constinit const Scorer quote_preservation_scorer{
    .info = {.name = "quote_preservation",
             .family = Family::term,
             .summary = "share of the source's quotations that the rewrite keeps word for word",
             .source = "this project",
             .range = {0, 1},
             .identity = 1,
             .undefined_when = "the source has no quotation of three words or more",
             .example = {"\"We sold all of them,\" she said. \"It was a good year.\"",
                         "\"We sold all of them,\" she said. \"It was a fine year.\"", 1.0 / 2}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
