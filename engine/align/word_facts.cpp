#include "engine/align/word_facts.hpp"

#include <algorithm>
#include <array>

#include "engine/lexicon/function_words.hpp"
#include "engine/text/tokens.hpp"

namespace unspin {
namespace {

constexpr std::size_t shortest_near_spelling = 5;
constexpr std::size_t longest_near_spelling = 64;  // longer ones are no words

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
  if (shorter < shortest_near_spelling || longer > longest_near_spelling || longer > shorter + 2 ||
      opening_of(a) != opening_of(b)) {
    return false;
  }
  std::array<std::uint32_t, longest_near_spelling> bytes_of_a{};
  std::array<std::uint32_t, longest_near_spelling> bytes_of_b{};
  std::ranges::copy(a, bytes_of_a.begin());
  std::ranges::copy(b, bytes_of_b.begin());
  const TokenSpan all_of_a(bytes_of_a);
  const TokenSpan all_of_b(bytes_of_b);
  return bit_parallel.levenshtein(all_of_a.first(a.size()), all_of_b.first(b.size())) <=
         (shorter < 7 ? 1u : 2u);
}

}  // namespace unspin
