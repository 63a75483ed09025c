// Jaccard index of the two texts' sets of words: |S ∩ R| / |S ∪ R|. Jaccard 1901. Two texts without
// any word are the same set: 1.
#include <algorithm>
#include <vector>

#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"common"}, {"union"}};
enum Layout { common, all };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  // All words of the vocabulary stand in one of the two.
  const TokenIds& source = pair.words(TextIndex::source).id;
  const TokenIds& rewrite = pair.words(TextIndex::rewrite).id;
  thread_local std::vector<bool> in_source;
  thread_local std::vector<bool> in_both;
  in_source.assign(pair.word_vocabulary().size(), false);
  in_both.assign(in_source.size(), false);
  for (const std::uint32_t word : source) {
    in_source[word] = true;
  }
  for (const std::uint32_t word : rewrite) {
    in_both[word] = in_source[word];
  }
  out[common] = static_cast<double>(std::count(in_both.begin(), in_both.end(), true));
  out[all] = static_cast<double>(in_source.size());
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
             .corpus = Corpus::mean,
             .symmetric = true,
             .definition = "|S ∩ R| / |S ∪ R| over the sets of words of source and rewrite. "
                           "Words by Unicode's rules, in lower case, hidden characters undone. "
                           "No words on either side: 1.",
             .cost = "time and memory O(m + n)",
             .example = {"the cat sat", "the cat ran", 0.5}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
