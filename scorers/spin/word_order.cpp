// Share of the common words that stand in the same order in both texts: their longest common
// subsequence over all words in common, each counted as often as both texts have it. Other than
// order_kept, which follows sentences that moved, it sees words that moved within a sentence.
#include <algorithm>
#include <vector>

#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"in_order"}, {"common"}};
enum Layout { in_order, common };

std::vector<std::uint32_t> sorted(TokenSpan words) {
  std::vector<std::uint32_t> all(words.begin(), words.end());
  std::ranges::sort(all);
  return all;
}

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  const TokenSpan source = pair.words(TextIndex::source).id;
  const TokenSpan rewrite = pair.words(TextIndex::rewrite).id;
  if (source.size() * rewrite.size() > pair.limits().edit_cells) {
    return Measured::over_budget;
  }
  std::vector<std::uint32_t> both;
  std::ranges::set_intersection(sorted(source), sorted(rewrite), std::back_inserter(both));
  out[in_order] = static_cast<double>(pair.bit_parallel().lcs_length(source, rewrite));
  out[common] = static_cast<double>(both.size());
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[common] > 0 ? stats[in_order] / stats[common] : no_value;
}

}  // namespace

extern constinit const Scorer word_order_scorer{
    .info = {.name = "word_order",
             .family = Family::spin,
             .summary = "share of the words in common that stand in the same order",
             .source = "this project; Hunt and Szymanski 1977",
             .range = {0, 1},
             .identity = 1,
             .symmetric = true,
             .is_default = false,
             .undefined_when = "the texts have no word in common",
             .definition = "Longest common subsequence of words, divided by the number of words "
                           "in common, each counted as often as both texts have it.",
             .cost = "time O(⌈m/64⌉ · n + m · log m), memory O(m + n)",
             .example = {"in spring the path is mud", "the path is mud in spring", 4.0 / 6}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
