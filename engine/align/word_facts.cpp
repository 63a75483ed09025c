#include "engine/align/word_facts.hpp"

#include <algorithm>
#include <array>

#include "engine/lexicon/function_words.hpp"

namespace unspin {
namespace {

constexpr std::size_t shortest_near_spelling = 5;
constexpr std::size_t longest_near_spelling = 31;

/// Edit distance of short words, capped at 3: two rows of the table.
std::size_t short_distance(std::string_view a, std::string_view b) {
  std::array<std::size_t, longest_near_spelling + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1] ? 1u : 0u)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::uint32_t opening_of(std::string_view word) {
  if (word.size() < shortest_near_spelling) return 0;
  const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(word[i])}; };
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

bool is_near_spelling(std::string_view a, std::string_view b) {
  const auto [shorter, longer] = std::minmax({a.size(), b.size()});
  if (shorter < shortest_near_spelling || longer > longest_near_spelling || longer > shorter + 2 ||
      opening_of(a) != opening_of(b)) {
    return false;
  }
  return short_distance(a, b) <= (shorter < 7 ? 1u : 2u);
}

}  // namespace unspin
