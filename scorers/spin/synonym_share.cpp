// Share of the swapped content words that the lexicon lists as synonyms. A synonym spinner's swaps
// come from such lists, whatever they do to the meaning; of what people change in place, less does.
#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"synonyms"}, {"swaps"}, {"lexicons"}};
enum Layout { synonyms, swaps, lexicons };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  const SwapTable& table = pair.swaps();
  out[synonyms] = table.synonym_swaps;
  out[swaps] = table.content_swaps;
  out[lexicons] = pair.lexicon() != nullptr ? 1 : 0;
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[lexicons] == 0 ? no_value
              : stats[swaps] > 0   ? stats[synonyms] / stats[swaps]
                                   : 0;
}

}  // namespace

extern constinit const Scorer synonym_share_scorer{
    .info = {.name = "synonym_share",
             .family = Family::spin,
             .summary = "share of swapped content words that the lexicon lists as synonyms",
             .source = "this project",
             .range = {0, 1},
             .identity = 0,
             .higher_is_closer = false,
             .undefined_when = "there is no lexicon (unspin lexicon build)",
             .definition = "Of the swapped content words, the share that the lexicon lists as "
                           "synonyms of what they replace, in whatever inflection.",
             .cost = "after the word alignment, which the family shares: time and memory O(m + "
                     "n)",
             .example = {"our brand has a strong community", "our model has a robust group",
                         2.0 / 3}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
