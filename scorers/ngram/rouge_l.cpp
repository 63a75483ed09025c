// ROUGE-L: precision, recall and F1 of the longest common subsequence of words. See rouge.hpp.
#include "scorers/ngram/rouge.hpp"

namespace unspin {
namespace {

Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  return rouge::measure_subsequences(
      pair, rouge::words_for(settings),
      [&](TokenSpan reference, TokenSpan hypothesis) {
        return pair.bit_parallel().lcs_length(reference, hypothesis);
      },
      [](TokenSpan words) { return words.size(); }, out);
}

}  // namespace

extern constinit const Scorer rouge_l_scorer{
    .info = {.name = "rougeL",
             .family = Family::ngram,
             .summary = "longest common subsequence of words",
             .source = "Lin 2004; google-research rouge-score",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .takes_references = true,
             .reads_raw_text = true,
             .definition = "P = lcs / words of the rewrite, R = lcs / words of the reference, "
                           "F1 = 2PR / (P + R). Words are runs of a–z and 0–9 in lower case "
                           "(`tokenize=unicode`: words of any script, by Unicode's rules); "
                           "with `stemmer`, those of more than three letters are cut to NLTK's "
                           "Porter stems. Of several references the one with the highest F1 "
                           "counts.",
             .cost = "time O(⌈m/64⌉ · n), memory O(m + n)",
             .defects = "Texts in other scripts score 0, there as here; `tokenize=unicode` is "
                        "our remedy. There the table takes O(m · n) memory and time.",
             .example = {"the cat sat", "the sat cat", 2.0 / 3}},
    .parameters = rouge::parameters,
    .statistics = rouge::statistics,
    .values = rouge::value_names,
    .primary = rouge::f1,
    .measure = measure,
    .finish = rouge::finish};

}  // namespace unspin
