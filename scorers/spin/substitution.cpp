// What a synonym spinner leaves behind, read off the word alignment.
//
//   substitution_density      short replacements (1–3 words for 1–3 words, the words on both sides
//                             kept) for each 100 words of the source
//   substitution_consistency  share of the swapped content words whose swap is a constant mapping,
//                             which is the same word for the same word at least twice, and more
//                             than half of what became of it. Constant mappings that the lexicon
//                             lists as synonyms count half: a writer too may keep to one synonym,
//                             but not to one wrong word
//
// In real spun pages the density has a median of 17; people who rewrite stay under 8, but
// independent translations of one work reach 17 too. Counting only swaps of content words
// (`content`) tells those apart better: spun pages have a median of 13, translations end at 9.
#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

enum Setting { content };
constexpr Parameter parameters[] = {
    {.name = "content", .summary = "count only swaps of content words that do not begin alike"}};

constexpr Statistic density_statistics[] = {{"replacements"}, {"words"}};
enum DensityLayout { replacements, words };

Measured measure_density(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  const SwapTable& swaps = pair.swaps();
  out[replacements] =
      settings.flag(content) ? swaps.content_replacements : swaps.short_replacements;
  out[words] = static_cast<double>(pair.words(TextIndex::source).size());
  return Measured::done;
}

void finish_density(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[words] > 0 ? 100 * stats[replacements] / stats[words] : 0;
}

constexpr Statistic consistency_statistics[] = {{"constant"}, {"constant_synonyms"}, {"swaps"}};
enum ConsistencyLayout { constant, constant_synonyms, all };

Measured measure_consistency(PreparedPair& pair, const Settings&, std::span<double> out) {
  const SwapTable& swaps = pair.swaps();
  out[constant] = swaps.constant_swaps;
  out[constant_synonyms] = swaps.constant_synonyms;
  out[all] = swaps.content_swaps;
  return Measured::done;
}

void finish_consistency(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[all] > 0 ? (stats[constant] - stats[constant_synonyms] / 2) / stats[all] : 0;
}

}  // namespace

extern constinit const Scorer substitution_density_scorer{
    .info = {.name = "substitution_density",
             .family = Family::spin,
             .summary = "short replacements between kept words, for each 100 source words",
             .source = "this project",
             .range = {0, 100},
             .identity = 0,
             .higher_is_closer = false,
             .definition = "100 · s / words of the source, with s the replacements of one to "
                           "three words by one to three, between kept words on both sides.",
             .cost = "after the word alignment, which the family shares: time and memory O(m + "
                     "n)",
             .example = {"our brand has a strong community", "our model has a strong group",
                         100.0 * 2 / 6}},
    .parameters = parameters,
    .statistics = density_statistics,
    .measure = measure_density,
    .finish = finish_density};

extern constinit const Scorer substitution_consistency_scorer{
    .info = {.name = "substitution_consistency",
             .family = Family::spin,
             .summary = "share of swapped content words whose swap is a constant mapping",
             .source = "this project",
             .range = {0, 1},
             .identity = 0,
             .higher_is_closer = false,
             .definition = "Of the swapped content words, the share whose swap is a constant "
                           "mapping: the same word for the same word at least twice, and for "
                           "more than half of its occurrences. Mappings that the lexicon lists "
                           "as synonyms count half.",
             .cost = "after the word alignment, which the family shares: time and memory O(m + "
                     "n)",
             .example = {"the brand grew and the brand sold the shop",
                         "the model grew and the model sold the store", 2.0 / 3}},
    .statistics = consistency_statistics,
    .measure = measure_consistency,
    .finish = finish_consistency};

}  // namespace unspin
