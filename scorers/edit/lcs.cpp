// LCS similarity: lcs / max(|source|, |rewrite|), with lcs the length of the longest common
// subsequence of code points. Hyyrö 2004; RapidFuzz's LCSseq.normalized_similarity, to the last
// bit, which is why it is computed as 1 − (max − lcs) / max.
#include "engine/score/scorer.hpp"
#include "scorers/edit/code_points.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"lcs"}, {"length"}};
enum Layout { lcs, length };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  const TokenSpan source = pair.tokens(code_points, TextIndex::source);
  const TokenSpan rewrite = pair.tokens(code_points, TextIndex::rewrite);
  if (source.size() * rewrite.size() > pair.limits().edit_cells) {
    return Measured::over_budget;
  }
  out[lcs] = static_cast<double>(pair.bit_parallel().lcs_length(source, rewrite));
  out[length] = static_cast<double>(std::max(source.size(), rewrite.size()));
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[length] > 0 ? 1 - (stats[length] - stats[lcs]) / stats[length] : 1;
}

}  // namespace

extern constinit const Scorer lcs_scorer{
    .info = {.name = "lcs",
             .family = Family::edit,
             .summary = "longest common subsequence / longer text, over code points",
             .source = "Hyyrö 2004; RapidFuzz",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .symmetric = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "lcs / length of the longer text, with lcs the longest common "
                           "subsequence of code points.",
             .cost = "time O(⌈m/64⌉ · n), memory O(m + n)",
             .example = {"kitten", "sitting", 1 - 3.0 / 7}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
