// ROUGE-1 to ROUGE-9: precision, recall and F1 of the word n-grams in common, each counted at most
// as often as in the text that has it less often. See rouge.hpp.
#include "scorers/ngram/rouge.hpp"

namespace unspin {
namespace {

constexpr std::size_t most_orders = 9;

/// Orders that are counted in one go: variants that are likely to be asked for together share it.
constexpr std::size_t orders_with(std::size_t n) { return n <= 2 ? 2 : n <= 4 ? 4 : most_orders; }

template <std::size_t n>
Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  const Tokenization& words = rouge::words_for(settings);
  const std::size_t hypothesis = pair.tokens(words, TextIndex::rewrite).size();
  for (std::size_t i = 0; i < pair.reference_count(); ++i) {
    const std::size_t reference = pair.tokens(words, pair.reference(i)).size();
    const NgramMatches& matches = pair.matches_with(i, words, orders_with(n));
    rouge::take_better(static_cast<double>(matches[n - 1]),
                       static_cast<double>(ngram_total(hypothesis, n)),
                       static_cast<double>(ngram_total(reference, n)), out);
  }
  return Measured::done;
}

/// By default two n-grams of the rewrite are two of the three of the source.
template <std::size_t n>
constexpr Example example_of_order() {
  constexpr std::string_view letters = "a b c d e f g h i j k";
  return {letters.substr(0, 2 * n + 3), letters.substr(0, 2 * n + 1), 0.8};
}

template <std::size_t n>
constexpr Scorer rouge_n(std::string_view name, std::string_view summary,
                         Example example = example_of_order<n>()) {
  return {.info = {.name = name,
                   .family = Family::ngram,
                   .summary = summary,
                   .source = "Lin 2004; google-research rouge-score",
                   .range = {0, 1},
                   .identity = 1,
                   .corpus = Corpus::mean,
                   .takes_references = true,
                   .is_default = n <= 2,
                   .reads_raw_text = true,
                   .definition = "P = common / n-grams of the rewrite, R = common / n-grams of "
                                 "the reference, F1 = 2PR / (P + R), with the word n-grams in "
                                 "common, each counted at most as often as in the text that "
                                 "has it less often. Words and several references as in rougeL.",
                   .cost = "time O(n-gram length · (m + n)), memory by distinct n-grams",
                   .defects = "Texts in other scripts score 0, there as here; "
                              "`tokenize=unicode` is our remedy.",
                   .example = example},
          .parameters = rouge::parameters,
          .statistics = rouge::statistics,
          .values = rouge::value_names,
          .primary = rouge::f1,
          .measure = measure<n>,
          .finish = rouge::finish};
}

}  // namespace

extern constinit const Scorer rouge1_scorer =
    rouge_n<1>("rouge1", "words in common", {"the cat sat", "the cat ran", 2.0 / 3});
extern constinit const Scorer rouge2_scorer =
    rouge_n<2>("rouge2", "word pairs in common", {"the cat sat", "the cat ran", 0.5});
extern constinit const Scorer rouge3_scorer = rouge_n<3>("rouge3", "word 3-grams in common");
extern constinit const Scorer rouge4_scorer = rouge_n<4>("rouge4", "word 4-grams in common");
extern constinit const Scorer rouge5_scorer = rouge_n<5>("rouge5", "word 5-grams in common");
extern constinit const Scorer rouge6_scorer = rouge_n<6>("rouge6", "word 6-grams in common");
extern constinit const Scorer rouge7_scorer = rouge_n<7>("rouge7", "word 7-grams in common");
extern constinit const Scorer rouge8_scorer = rouge_n<8>("rouge8", "word 8-grams in common");
extern constinit const Scorer rouge9_scorer = rouge_n<9>("rouge9", "word 9-grams in common");

}  // namespace unspin
