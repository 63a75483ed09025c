// ROUGE-N and ROUGE-L: precision, recall and F1 of the n-grams in common, and of the longest common
// subsequence.
//
//   P = common / (n-grams of the hypothesis),  R = common / (n-grams of the reference),
//   F1 = 2 · P · R / (P + R)
//
// Lin 2004, "ROUGE: a package for automatic evaluation of summaries". The numbers are
// google-research rouge-score's (without its stemmer), to the last bit: text in lower case,
// everything but a–z and 0–9 separates tokens. So a text in another script has no tokens and scores
// 0, as it does there. A corpus score is the mean over pairs. Of several references the one with
// the highest F1 counts.
#include <string>

#include "engine/score/scorer.hpp"
#include "engine/text/lower_case.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"precision_sum"}, {"recall_sum"}, {"f1_sum"}, {"pairs"}};
constexpr std::string_view value_names[] = {"precision", "recall", "f1"};
enum Layout { precision, recall, f1, pairs };

constexpr bool is_token_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

void split_ascii_words(std::string_view text, TokenSink& out) {
  thread_local std::string lower;
  // Before the filter, not after: U+212A KELVIN SIGN becomes k.
  to_lower_case(text, lower);
  for (std::size_t at = 0; at < lower.size();) {
    if (!is_token_byte(lower[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < lower.size() && is_token_byte(lower[at])) {
      ++at;
    }
    out.add(std::string_view(lower).substr(begin, at - begin));
  }
}

constexpr Tokenization ascii_words{"rouge", split_ascii_words};

/// Keeps the counts of the reference that is best so far.
void take_better(double common, double of_hypothesis, double of_reference, std::span<double> best) {
  const double p = of_hypothesis > 0 ? common / of_hypothesis : 0;
  const double r = of_reference > 0 ? common / of_reference : 0;
  const double f = p + r > 0 ? 2 * p * r / (p + r) : 0;
  if (best[pairs] > 0 && f <= best[f1]) {
    return;
  }
  best[precision] = p;
  best[recall] = r;
  best[f1] = f;
  best[pairs] = 1;
}

template <std::size_t n>
Measured measure_ngrams(PreparedPair& pair, const Settings&, std::span<double> out) {
  const TokenSpan hypothesis = pair.tokens(ascii_words, TextIndex::rewrite);
  const bool only_one = pair.reference_count() == 1;
  for (std::size_t i = 0; i < pair.reference_count(); ++i) {
    const TokenSpan reference = pair.tokens(ascii_words, pair.reference(i));
    // One reference: ask for both orders of the default metrics, so that they share the counting.
    const NgramMatches matches =
        only_one ? pair.matches(ascii_words, std::max<std::size_t>(n, 2))
                 : pair.ngram_counter().clipped_matches({&reference, 1}, hypothesis, n);
    take_better(static_cast<double>(matches[n - 1]),
                static_cast<double>(ngram_total(hypothesis.size(), n)),
                static_cast<double>(ngram_total(reference.size(), n)), out);
  }
  return Measured::done;
}

Measured measure_lcs(PreparedPair& pair, const Settings&, std::span<double> out) {
  const TokenSpan hypothesis = pair.tokens(ascii_words, TextIndex::rewrite);
  for (std::size_t i = 0; i < pair.reference_count(); ++i) {
    const TokenSpan reference = pair.tokens(ascii_words, pair.reference(i));
    if (hypothesis.size() * reference.size() > pair.limits().edit_cells) {
      return Measured::over_budget;
    }
    take_better(static_cast<double>(pair.bit_parallel().lcs_length(reference, hypothesis)),
                static_cast<double>(hypothesis.size()), static_cast<double>(reference.size()), out);
  }
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  for (const std::size_t i : {precision, recall, f1}) {
    values[i] = stats[pairs] > 0 ? stats[i] / stats[pairs] : 0;
  }
}

}  // namespace

extern constinit const Scorer rouge1_scorer{
    .info = {.name = "rouge1",
             .family = Family::ngram,
             .summary = "words in common",
             .source = "Lin 2004; google-research rouge-score",
             .range = {0, 1},
             .identity = 1,
             .takes_references = true,
             .reads_raw_text = true,
             .example = {"the cat sat", "the cat ran", 2.0 / 3}},
    .statistics = statistics,
    .values = value_names,
    .primary = f1,
    .measure = measure_ngrams<1>,
    .finish = finish};

extern constinit const Scorer rouge2_scorer{
    .info = {.name = "rouge2",
             .family = Family::ngram,
             .summary = "word pairs in common",
             .source = "Lin 2004; google-research rouge-score",
             .range = {0, 1},
             .identity = 1,
             .takes_references = true,
             .reads_raw_text = true,
             .example = {"the cat sat", "the cat ran", 0.5}},
    .statistics = statistics,
    .values = value_names,
    .primary = f1,
    .measure = measure_ngrams<2>,
    .finish = finish};

extern constinit const Scorer rouge_l_scorer{
    .info = {.name = "rougeL",
             .family = Family::ngram,
             .summary = "longest common subsequence of words",
             .source = "Lin 2004; google-research rouge-score",
             .range = {0, 1},
             .identity = 1,
             .takes_references = true,
             .reads_raw_text = true,
             .example = {"the cat sat", "the sat cat", 2.0 / 3}},
    .statistics = statistics,
    .values = value_names,
    .primary = f1,
    .measure = measure_lcs,
    .finish = finish};

}  // namespace unspin
