// Name preservation: the share of mentions of the source's names that the rewrite keeps. A spinner
// does not know that "Facebook" is no book, and one that translates there and back misspells
// people.
#include "engine/score/scorer.hpp"
#include "scorers/term/mentions.hpp"
#include "scorers/term/names.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"preserved"}, {"occurrences"}};
enum Layout { preserved, occurrences };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  const Preserved all = count_preserved(pair.shared(find_names));
  out[preserved] = all.preserved;
  out[occurrences] = all.occurrences;
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[occurrences] > 0 ? stats[preserved] / stats[occurrences] : no_value;
}

}  // namespace

extern constinit const Scorer name_preservation_scorer{
    .info = {.name = "name_preservation",
             .family = Family::term,
             .summary = "share of the source's names that the rewrite keeps, inflected ones too",
             .source = "this project",
             .range = {0, 1},
             .identity = 1,
             .undefined_when = "the source has no names",
             .example = {"A talk by Erica Finley of HubSpot was held in Leeds.",
                         "A talk by Erika Finley of HubSpot was held in Leeds.", 2.0 / 3}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
