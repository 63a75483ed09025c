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
#include <string>
#include <vector>

namespace unspin::reference {

using Words = std::vector<std::string>;

// The maximal runs of ASCII letters and digits, lower-cased.
Words words(const std::string& text);

// n-grams: ngram_oracles.cpp

struct Prf {
  double precision = 0.0;
  double recall = 0.0;
  double f1 = 0.0;
};

// 0 to 100: sentence BLEU with 13a tokens, orders 1 to 4, exponential smoothing, effective order.
double bleu(const std::string& reference, const std::string& hypothesis);

// 0 to 100: character orders 1 to 6, beta 2; word_order 0 is chrF, 2 is chrF++.
double chrf(const std::string& reference, const std::string& hypothesis, int word_order);

// 0 to 1, without a stemmer.
Prf rouge_n(const std::string& reference, const std::string& hypothesis, std::size_t n);
Prf rouge_l(const std::string& reference, const std::string& hypothesis);

// Distinct words in common over distinct words in all; 1 when neither text has a word.
double jaccard(const Words& source, const Words& rewrite);

// The share of the rewrite's distinct word n-grams that occur in the source (n >= 1). A rewrite
// without n-grams scores 0, or 1 when it has the same words as the source.
double containment(const Words& source, const Words& rewrite, std::size_t n);

// Edits: edit_oracles.cpp

// Fewest insertions, deletions and substitutions.
std::size_t levenshtein_distance(const std::string& source, const std::string& rewrite);
std::size_t word_levenshtein_distance(const Words& source, const Words& rewrite);

// 1 - distance / longer length; 1 when both are empty.
double levenshtein_similarity(const std::string& source, const std::string& rewrite);
double word_levenshtein_similarity(const Words& source, const Words& rewrite);

// Length of the longest common subsequence.
std::size_t word_lcs_length(const Words& source, const Words& rewrite);

// 2 * lcs / (length + length); 1 when both are empty.
double word_lcs_similarity(const Words& source, const Words& rewrite);

// Translation edit rate: ter_oracle.cpp

// From 0, and over 100 when there are more edits than reference words; lower-cased.
double ter(const std::string& reference, const std::string& hypothesis);

}  // namespace unspin::reference
