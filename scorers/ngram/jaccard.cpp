// Jaccard index of the two texts' sets of words: |S ∩ R| / |S ∪ R|. Jaccard 1901. Two texts without
// any word are the same set: 1.
#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"common"}, {"union"}};
enum Layout { common, all };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  const DistinctOverlap overlap = pair.ngram_counter().distinct_overlap(
      pair.words(TextIndex::source).id, pair.words(TextIndex::rewrite).id, 1);
  out[common] = static_cast<double>(overlap.both);
  out[all] = static_cast<double>(overlap.first + overlap.second - overlap.both);
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[all] > 0 ? stats[common] / stats[all] : 1;
}

}  // namespace

extern constinit const Scorer jaccard_scorer{
    .info = {.name = "jaccard",
             .family = Family::ngram,
             .summary = "share of distinct words that the two texts have in common",
             .source = "Jaccard 1901",
             .range = {0, 1},
             .identity = 1,
             .symmetric = true,
             .example = {"the cat sat", "the cat ran", 0.5}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
