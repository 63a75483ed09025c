// Token set ratio: what the distinct words of the two texts have in common counts in full, the rest
// by its characters. Let c be the common words, a and b those of one text only, each sorted and
// joined by single spaces; the value is the best ratio of any two of c, c + a and c + b, and so 100
// if all words of one text are in the other. A text without words: 0.
//
// Cohen 2011 (FuzzyWuzzy); RapidFuzz's fuzz.token_set_ratio without a processor, to the last bit.
// What starts with c differs only behind it, so there is one distance to find, that of a and b.
#include <algorithm>
#include <iterator>

#include "engine/text/utf8.hpp"
#include "engine/text/white_space.hpp"
#include "scorers/edit/normalised_distance.hpp"

namespace unspin {
namespace {

using normalised_distance::distance;
using normalised_distance::length;
using normalised_distance::statistics;

using WordSet = std::vector<std::string_view>;  // sorted: bytes of UTF-8 sort as code points

void find_words(std::string_view text, WordSet& words) {
  words.clear();
  split_at_white_space(text, [&](std::string_view word) { words.push_back(word); });
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

void join_code_points(const WordSet& words, TokenIds& out) {
  out.clear();
  for (const std::string_view word : words) {
    if (!out.empty()) {
      out.push_back(U' ');
    }
    for (std::size_t at = 0; at < word.size();) {
      out.push_back(next_code_point(word, at));
    }
  }
}

/// The words of both texts, and of one only, as sets and joined. Keeps its memory; one per thread.
struct Parts {
  WordSet source, rewrite, common, source_only, rewrite_only;
  TokenIds c, a, b;

  void assign(std::string_view source_text, std::string_view rewrite_text) {
    find_words(source_text, source);
    find_words(rewrite_text, rewrite);
    common.clear();
    source_only.clear();
    rewrite_only.clear();
    std::ranges::set_intersection(source, rewrite, std::back_inserter(common));
    std::ranges::set_difference(source, rewrite, std::back_inserter(source_only));
    std::ranges::set_difference(rewrite, source, std::back_inserter(rewrite_only));
    join_code_points(common, c);
    join_code_points(source_only, a);
    join_code_points(rewrite_only, b);
  }
};

double ratio(double edits, double lengths) { return lengths > 0 ? 100 - 100 * edits / lengths : 0; }

void take_better(std::size_t edits, std::size_t lengths, std::span<double> out) {
  const auto d = static_cast<double>(edits);
  const auto l = static_cast<double>(lengths);
  if (out[length] == 0 || ratio(d, l) > ratio(out[distance], out[length])) {
    out[distance] = d;
    out[length] = l;
  }
}

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  thread_local Parts parts;
  parts.assign(pair.source(), pair.rewrite());
  if (parts.source.empty() || parts.rewrite.empty()) {
    return Measured::done;
  }
  const std::size_t a = parts.a.size();
  const std::size_t b = parts.b.size();
  const std::size_t c = parts.c.size();
  if (a * b > pair.limits().edit_cells) {
    return Measured::over_budget;
  }
  if (c > 0 && (a == 0 || b == 0)) {
    take_better(0, 2 * c, out);
    return Measured::done;
  }
  const std::size_t c_and_space = c > 0 ? c + 1 : 0;
  take_better(a + b - 2 * pair.bit_parallel().lcs_length(parts.a, parts.b), 2 * c_and_space + a + b,
              out);
  if (c > 0) {
    take_better(1 + a, c + c_and_space + a, out);
    take_better(1 + b, c + c_and_space + b, out);
  }
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = ratio(stats[distance], stats[length]);
}

}  // namespace

extern constinit const Scorer token_set_ratio_scorer{
    .info = {.name = "token_set_ratio",
             .family = Family::edit,
             .summary = "ratio of the texts' distinct words, common ones in full",
             .source = "FuzzyWuzzy; RapidFuzz",
             .range = {0, 100},
             .identity = 100,
             .corpus = Corpus::mean,
             .symmetric = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "The best ratio of any two of c, c + a and c + b, with c the "
                           "distinct words that both texts have and a and b those of one only, "
                           "each sorted and joined by blanks. A text without words: 0.",
             .cost = "time O(⌈m/64⌉ · n + sorting), memory O(m + n)",
             .example = {"a cat", "hat a", 80}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
