// Characters of the rewrite that hide its text from software (look-alike letters, invisible
// characters, soft hyphens, …; engine/text/unfold.hpp has the list), for each 100 of its words.
// People do not type them: above 0 somebody meant to hide something, or copied from who did.
#include <limits>

#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"characters"}, {"words"}};
enum Layout { characters, words };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  for (const HiddenText& place : pair.unfolded(TextIndex::rewrite).places) {
    out[characters] += place.characters;
  }
  out[words] = static_cast<double>(pair.words(TextIndex::rewrite).size());
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[words] > 0 ? 100 * stats[characters] / stats[words] : 0;
}

}  // namespace

extern constinit const Scorer obfuscation_scorer{
    .info = {.name = "obfuscation",
             .family = Family::spin,
             .summary = "characters that hide text from software, for each 100 rewrite words",
             .source = "this project; Unicode UTS #39",
             .range = {0, std::numeric_limits<double>::infinity()},
             .identity = 0,
             .higher_is_closer = false,
             .definition = "100 · characters of the rewrite that hide its text (look-alike "
                           "letters, invisible characters, soft hyphens and the like) / its words.",
             .cost = "time O(n)",
             .example = {"the old cat sat", "the \u043Eld c\u00ADat sat", 50}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
