// ROUGE-Lsum: ROUGE-L for texts of several sentences, a line each. For each line of the reference,
// the words that lie on its longest common subsequence with any line of the hypothesis:
//
//   common = Σ_lines |∪_l LCS(line, l)|,  no word counting more often than the hypothesis has it.
//
// Lin 2004, section 3.2, with the limit of ROUGE-1.5.5. Which of several longest subsequences is
// taken decides the number; it is the one that rouge-score finds. See rouge.hpp.
#include <algorithm>
#include <vector>

#include "engine/kernel/subsequence_places.hpp"
#include "scorers/ngram/rouge.hpp"

namespace unspin {
namespace {

bool is_word(std::uint32_t token) { return token != TokenSink::end_of_line; }

std::size_t words_in(TokenSpan lines) {
  return static_cast<std::size_t>(std::ranges::count_if(lines, is_word));
}

/// Calls `take` with the words of each line that has some.
template <class Take>
void for_each_line(TokenSpan lines, Take&& take) {
  while (!lines.empty()) {
    const auto end = std::ranges::find(lines, TokenSink::end_of_line) - lines.begin();
    const TokenSpan line = lines.first(static_cast<std::size_t>(end));
    if (!line.empty()) {
      take(line);
    }
    lines = lines.subspan(line.size() + 1);
  }
}

/// Keeps its memory; one per thread.
class UnionOfLines {
 public:
  std::size_t count(TokenSpan reference, TokenSpan hypothesis) {
    count_words(hypothesis);
    std::size_t common = 0;
    for_each_line(reference, [&](TokenSpan line) {
      places_.set_text(line);
      is_common_.assign(line.size(), false);
      for_each_line(hypothesis, [&](TokenSpan other) { places_.mark(other, is_common_); });
      for (std::size_t i = 0; i < line.size(); ++i) {
        if (is_common_[i] && left_[line[i]] > 0) {
          --left_[line[i]];
          ++common;
        }
      }
    });
    return common;
  }

 private:
  void count_words(TokenSpan lines) {
    left_.clear();
    for (const std::uint32_t token : lines) {
      if (!is_word(token)) {
        continue;
      }
      if (left_.size() <= token) {
        left_.resize(token + std::size_t{1}, 0);
      }
      ++left_[token];
    }
  }

  SubsequencePlaces places_;
  std::vector<bool> is_common_;
  std::vector<std::uint32_t> left_;  // by word: how often it may still count
};

Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  thread_local UnionOfLines union_of_lines;
  return rouge::measure_subsequences(
      pair, rouge::lines_for(settings),
      [](TokenSpan reference, TokenSpan hypothesis) {
        return union_of_lines.count(reference, hypothesis);
      },
      words_in, out);
}

}  // namespace

extern constinit const Scorer rouge_lsum_scorer{
    .info = {.name = "rougeLsum",
             .family = Family::ngram,
             .summary = "longest common subsequences of the lines, united",
             .source = "Lin 2004; google-research rouge-score",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .takes_references = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "Each line is a sentence. For each line of the reference, the union "
                           "of its longest common subsequences with all lines of the rewrite; "
                           "the words in these unions, none more often than the rewrite has "
                           "it, are the hits. P = hits / words of the rewrite, R = hits / "
                           "words of the reference. Words and several references as in rougeL.",
             .cost = "time O(⌈m/64⌉ · n) and O(1) for each pair of lines, memory O(m + n + "
                     "⌈m/64⌉ · √n)",
             .defects = "A line's longest subsequence is not unique, and the one taken decides "
                        "the value: it is the one that rouge-score finds. Texts without line "
                        "ends are one sentence. As there.",
             .example = {"the cat sat\nit slept", "it slept\nthe sat cat", 0.8}},
    .parameters = rouge::parameters,
    .statistics = rouge::statistics,
    .values = rouge::value_names,
    .primary = rouge::f1,
    .measure = measure,
    .finish = rouge::finish};

}  // namespace unspin
