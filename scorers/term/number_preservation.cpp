// Number preservation: the share of the source's numbers that the rewrite keeps, in whatever form.
// Who changes a number changes a fact.
#include "engine/score/scorer.hpp"
#include "scorers/term/mentions.hpp"
#include "scorers/term/numbers.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"preserved"}, {"occurrences"}};
enum Layout { preserved, occurrences };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  const Preserved all = count_preserved(pair.shared(find_numbers));
  out[preserved] = all.preserved;
  out[occurrences] = all.occurrences;
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[occurrences] > 0 ? stats[preserved] / stats[occurrences] : no_value;
}

}  // namespace

extern constinit const Scorer number_preservation_scorer{
    .info = {.name = "number_preservation",
             .family = Family::term,
             .summary = "share of the source's numbers that the rewrite keeps, in whatever form",
             .source = "this project",
             .range = {0, 1},
             .identity = 1,
             .undefined_when = "the source has no numbers",
             .example = {"It has 1,000 members, and 12 of them are 5 km away.",
                         "It has one thousand members, and 15 of them are five kilometres away.",
                         2.0 / 3}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
