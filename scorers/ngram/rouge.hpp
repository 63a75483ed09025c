// What ROUGE's variants share: how texts are cut, and what is made of the counts.
//
//   P = common / (units of the hypothesis),  R = common / (units of the reference),
//   F1 = 2 · P · R / (P + R)
//
// Lin 2004, "ROUGE: a package for automatic evaluation of summaries". The numbers are
// google-research rouge-score's, to the last bit: text in lower case, everything but a–z and 0–9
// separates tokens. So a text in another script has no tokens and scores 0, as it does there;
// tokenize=unicode takes the words of any script instead. A corpus score is the mean over pairs. Of
// several references the one with the highest F1 counts, the first of equals (score_multi).
#pragma once

#include <span>
#include <string_view>

#include "engine/score/scorer.hpp"

namespace unspin::rouge {

enum Setting { stemmer, tokenize };
inline constexpr std::string_view tokenizers[] = {"ascii", "unicode"};
inline constexpr Parameter parameters[] = {
    {.name = "stemmer", .summary = "compare words of more than 3 letters by their English stems"},
    {.name = "tokenize",
     .kind = Parameter::Kind::choice,
     .choices = tokenizers,
     .summary = "what a word is made of: a–z and 0–9, or the letters of any script"}};

inline constexpr Statistic statistics[] = {
    {"precision_sum"}, {"recall_sum"}, {"f1_sum"}, {"pairs"}};
inline constexpr std::string_view value_names[] = {"precision", "recall", "f1"};
enum Layout { precision, recall, f1, pairs };

/// The words of the whole text.
const Tokenization& words_for(const Settings& settings);
/// The words of each line; TokenSink::end_of_line ends each.
const Tokenization& lines_for(const Settings& settings);

/// Keeps the statistics of the reference that is best so far.
void take_better(double common, double of_hypothesis, double of_reference, std::span<double> best);

/// Of the variants that compare two texts' words by their longest common subsequence: takes the
/// best reference. `common_of(reference, hypothesis)` and `words_of(text)` count.
template <class CommonOf, class WordsOf>
Measured measure_subsequences(PreparedPair& pair, const Tokenization& tokenization,
                              CommonOf&& common_of, WordsOf&& words_of, std::span<double> out) {
  const TokenSpan hypothesis = pair.tokens(tokenization, TextIndex::rewrite);
  for (std::size_t i = 0; i < pair.reference_count(); ++i) {
    const TokenSpan reference = pair.tokens(tokenization, pair.reference(i));
    if (hypothesis.size() * reference.size() > pair.limits().edit_cells) {
      return Measured::over_budget;
    }
    take_better(static_cast<double>(common_of(reference, hypothesis)),
                static_cast<double>(words_of(hypothesis)), static_cast<double>(words_of(reference)),
                out);
  }
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings& settings, std::span<double> values);

}  // namespace unspin::rouge
