// Word LCS: 2 · lcs / (|source| + |rewrite|), with lcs the longest common subsequence of words.
// High where the order of the original is kept. Hunt and Szymanski 1977; the ratio is Dice's.
#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"lcs"}, {"words"}};
enum Layout { lcs, words };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  const TokenSpan source = pair.words(TextIndex::source).id;
  const TokenSpan rewrite = pair.words(TextIndex::rewrite).id;
  if (source.size() * rewrite.size() > pair.limits().edit_cells) {
    return Measured::over_budget;
  }
  out[lcs] = static_cast<double>(pair.bit_parallel().lcs_length(source, rewrite));
  out[words] = static_cast<double>(source.size() + rewrite.size());
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[words] > 0 ? 2 * stats[lcs] / stats[words] : 1;
}

}  // namespace

extern constinit const Scorer word_lcs_scorer{
    .info = {.name = "word_lcs",
             .family = Family::edit,
             .summary = "longest common subsequence of words, as a share of both texts",
             .source = "Hunt and Szymanski 1977",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .symmetric = true,
             .definition = "2 · lcs / (words of both), with lcs the longest common subsequence "
                           "of words.",
             .cost = "time O(⌈m/64⌉ · n), memory O(m + n)",
             .example = {"the cat sat down", "the dog sat up", 0.5}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
