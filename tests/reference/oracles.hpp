// Oracles: the metrics once more, slow and plain, for the fast versions to be held against.
//
// Each function follows the definition in its paper and, where the paper leaves a choice, the
// choice of the implementation whose numbers are promised. Floating-point operations come in that
// implementation's order, so that results agree to the last bit (compile with -ffp-contract=off).
// Only the standard library is used: an oracle that shared code with what it tests would share its
// bugs.
//
// Texts are ASCII: a code point is a byte, and lower-casing touches A to Z only.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace unspin::reference {

using Words = std::vector<std::string>;

// The maximal runs of ASCII letters and digits, lower-cased.
Words words(const std::string& text);

// BLEU's tokens; the second lower-cased, of a text whose end is not stripped first.
Words words_13a(const std::string& text);
Words lower_13a_words(const std::string& text);

// n-grams: ngram_oracles.cpp

struct Prf {
  double precision = 0.0;
  double recall = 0.0;
  double f1 = 0.0;
};

struct BleuOptions {
  std::string tokenize = "13a";   // intl, zh, char, none
  std::string smoothing = "exp";  // floor, add-k, none
  double smoothing_value = 0.0;   // of floor and add-k
  bool effective_order = true;
  bool lowercase = false;
  std::size_t order = 4;
};

struct ChrfOptions {
  std::size_t char_order = 6;
  std::size_t word_order = 0;  // 2 is chrF++
  double beta = 2.0;
  bool lowercase = false;
  bool whitespace = false;
  bool eps_smoothing = false;
};

// 0 to 100.
double bleu(const std::string& reference, const std::string& hypothesis,
            const BleuOptions& options = {});
double chrf(const std::string& reference, const std::string& hypothesis,
            const ChrfOptions& options = {});

// 0 to 1. With `stemmed`, the words of random_texts.hpp become their stems.
Prf rouge_n(const std::string& reference, const std::string& hypothesis, std::size_t n,
            bool stemmed = false);
Prf rouge_l(const std::string& reference, const std::string& hypothesis, bool stemmed = false);
Prf rouge_lsum(const std::string& reference, const std::string& hypothesis, bool stemmed = false);

// Distinct words in common over distinct words in all; 1 when neither text has a word.
double jaccard(const Words& source, const Words& rewrite);

// The share of the rewrite's distinct word n-grams that occur in the source (n >= 1). A rewrite
// without n-grams scores 0, or 1 when it has the same words as the source.
double containment(const Words& source, const Words& rewrite, std::size_t n);

// The share of both texts' distinct word k-grams that they have in common. Texts without k-grams
// score 0, or 1 when they have the same words.
double resemblance(const Words& source, const Words& rewrite, std::size_t k);

// Words and n-grams against references: nltk_oracles.cpp. Words are what white space separates.

// Lower-cased. The stemmer and the synonyms, of stems, are the caller's.
using Stem = std::function<std::string(const std::string&)>;
using AreSynonyms = std::function<bool(const std::string&, const std::string&)>;
struct MeteorOptions {
  double alpha = 0.9, beta = 3, gamma = 0.5;
};
double meteor(const std::string& reference, const std::string& hypothesis, const Stem& stem,
              const AreSynonyms& are_synonyms, const MeteorOptions& options = {});

// Orders `shortest` to `longest`; 0 if there are no n-grams.
double gleu(const std::vector<std::string>& references, const std::string& hypothesis,
            std::size_t shortest = 1, std::size_t longest = 4);

// Orders 1 to `order`; an order that the hypothesis is too short for adds nothing.
double nist(const std::vector<std::string>& references, const std::string& hypothesis,
            std::size_t order = 5);

// 0 to 100: 13a tokens in lower case.
double sari(const std::string& source, const std::string& rewrite,
            const std::vector<std::string>& references);

// Edits: edit_oracles.cpp

// Fewest insertions, deletions and substitutions.
std::size_t levenshtein_distance(const std::string& source, const std::string& rewrite);
std::size_t word_levenshtein_distance(const Words& source, const Words& rewrite);

// 1 - distance / longer length; 1 when both are empty.
double levenshtein_similarity(const std::string& source, const std::string& rewrite);
double word_levenshtein_similarity(const Words& source, const Words& rewrite);

// As levenshtein_similarity, with swaps of neighbours that nothing else is edited in (osa) or that
// may be edited again (damerau).
double osa_similarity(const std::string& source, const std::string& rewrite);
double damerau_similarity(const std::string& source, const std::string& rewrite);

// Length of the longest common subsequence.
std::size_t lcs_length(const std::string& source, const std::string& rewrite);
std::size_t word_lcs_length(const Words& source, const Words& rewrite);

// 2 * lcs / (length + length); 1 when both are empty.
double word_lcs_similarity(const Words& source, const Words& rewrite);

// lcs / longer length; 1 when both are empty.
double lcs_similarity(const std::string& source, const std::string& rewrite);

// 1 - (insertions + deletions) / (length + length); 1 when both are empty. The ratios, 0 to 100,
// are of the texts, and of their sorted words.
double indel_similarity(const std::string& source, const std::string& rewrite);
double ratio(const std::string& source, const std::string& rewrite);
double token_sort_ratio(const std::string& source, const std::string& rewrite);

// The best ratio among the common words, and these with the rest of either text; words sorted, each
// once; 0 if a text has none.
double token_set_ratio(const std::string& source, const std::string& rewrite);

// Edits / reference words, at white space, from 0; an empty reference counts as one word.
double wer(const std::string& reference, const std::string& hypothesis);

// 0 to 1: jaro_oracle.cpp. A common prefix of up to 4 characters weighs so much each, over 0.7.
double jaro(const std::string& source, const std::string& rewrite);
double jaro_winkler(const std::string& source, const std::string& rewrite,
                    double prefix_weight = 0.1);

// Translation edit rate: ter_oracle.cpp

struct TerOptions {
  bool normalized = false;
  bool no_punct = false;
  bool case_sensitive = false;
};

// From 0, and over 100 when there are more edits than reference words.
double ter(const std::string& reference, const std::string& hypothesis,
           const TerOptions& options = {});

}  // namespace unspin::reference
