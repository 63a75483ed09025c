// Indel similarity: 1 − d / (|source| + |rewrite|), with d the fewest insertions and deletions, no
// substitutions: all that is outside the longest common subsequence, d = |source| + |rewrite| −
// 2 · lcs. Over code points as they stand: indel, and in per cent: ratio. With the words of each
// text sorted and joined by single spaces first, so that their order does not count:
// token_sort_ratio.
//
// Hyyrö 2004; Cohen 2011 (FuzzyWuzzy). RapidFuzz's Indel.normalized_similarity, fuzz.ratio and
// fuzz.token_sort_ratio without a processor, to the last bit.
#include <algorithm>

#include "engine/text/white_space.hpp"
#include "scorers/edit/code_points.hpp"
#include "scorers/edit/normalised_distance.hpp"

namespace unspin {
namespace {

using namespace normalised_distance;

void split_sorted_words(std::string_view text, TokenSink& out) {
  thread_local std::vector<std::string_view> words;
  words.clear();
  split_at_white_space(text, [](std::string_view word) { words.push_back(word); });
  std::ranges::sort(words);  // bytes of UTF-8 sort as their code points
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) {
      out.add_character(U' ');
    }
    split_code_points(words[i], out);
  }
}

constexpr Tokenization sorted_words{"code points of sorted words", split_sorted_words};

template <const Tokenization& tokenization>
Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  const TokenSpan source = pair.tokens(tokenization, TextIndex::source);
  const TokenSpan rewrite = pair.tokens(tokenization, TextIndex::rewrite);
  if (source.size() * rewrite.size() > pair.limits().edit_cells) {
    return Measured::over_budget;
  }
  const std::size_t lengths = source.size() + rewrite.size();
  out[distance] =
      static_cast<double>(lengths - 2 * pair.bit_parallel().lcs_length(source, rewrite));
  out[length] = static_cast<double>(lengths);
  return Measured::done;
}

void finish_per_cent(std::span<const double> stats, const Settings& settings,
                     std::span<double> values) {
  finish(stats, settings, values);
  values[0] *= 100;
}

}  // namespace

extern constinit const Scorer indel_scorer{
    .info = {.name = "indel",
             .family = Family::edit,
             .summary = "1 − (insertions + deletions) / both lengths, over code points",
             .source = "Hyyrö 2004; RapidFuzz",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .symmetric = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "1 − d / (length of both), with d the fewest insertions and "
                           "deletions of code points.",
             .cost = "time O(⌈m/64⌉ · n), memory O(m + n)",
             .example = {"kitten", "sitting", 1 - 5.0 / 13}},
    .statistics = statistics,
    .measure = measure<code_points>,
    .finish = finish};

extern constinit const Scorer ratio_scorer{
    .info = {.name = "ratio",
             .family = Family::edit,
             .summary = "indel similarity in per cent",
             .source = "FuzzyWuzzy; RapidFuzz",
             .range = {0, 100},
             .identity = 100,
             .corpus = Corpus::mean,
             .symmetric = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "100 · indel.",
             .cost = "time O(⌈m/64⌉ · n), memory O(m + n)",
             .example = {"the cat", "the hat", 100 * (1 - 2.0 / 14)}},
    .statistics = statistics,
    .measure = measure<code_points>,
    .finish = finish_per_cent};

extern constinit const Scorer token_sort_ratio_scorer{
    .info = {.name = "token_sort_ratio",
             .family = Family::edit,
             .summary = "ratio of the texts with their words sorted",
             .source = "FuzzyWuzzy; RapidFuzz",
             .range = {0, 100},
             .identity = 100,
             .corpus = Corpus::mean,
             .symmetric = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "ratio of the texts' words, sorted and joined by blanks.",
             .cost = "time O(⌈m/64⌉ · n + sorting), memory O(m + n)",
             .example = {"sat the cat", "the cat sat", 100}},
    .statistics = statistics,
    .measure = measure<sorted_words>,
    .finish = finish_per_cent};

}  // namespace unspin
