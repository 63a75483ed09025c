#include "engine/align/word_facts.hpp"

#include <algorithm>

#include "engine/lexicon/function_words.hpp"
#include "engine/text/tokens.hpp"

namespace unspin {
namespace {

constexpr std::size_t shortest_near_spelling = 5;

std::uint32_t opening_of(std::string_view word) {
  if (word.size() < shortest_near_spelling) {
    return 0;
  }
  const auto byte = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(word[i])};
  };
  return byte(0) | byte(1) << 8 | byte(2) << 16;
}

}  // namespace

void WordFacts::compute(const Vocabulary& words, Stemmer& stemmer) {
  stems_.clear();
  stem.resize(words.size());
  opening.resize(words.size());
  is_function.resize(words.size());
  for (std::uint32_t word = 0; word < words.size(); ++word) {
    const std::string_view text = words.text(word);
    stem[word] = stems_.intern(stemmer.stem(text));
    opening[word] = opening_of(text);
    is_function[word] = is_function_word(text) ? 1 : 0;
  }
}

bool is_near_spelling(std::string_view a, std::string_view b, BitParallel& bit_parallel) {
  const auto [shorter, longer] = std::minmax({a.size(), b.size()});
  if (shorter < shortest_near_spelling || longer > shorter + 2 || opening_of(a) != opening_of(b)) {
    return false;
  }
  const TokenIds bytes_of_a(a.begin(), a.end());
  const TokenIds bytes_of_b(b.begin(), b.end());
  return bit_parallel.levenshtein(bytes_of_a, bytes_of_b) <= (shorter < 7 ? 1u : 2u);
}

}  // namespace unspin
