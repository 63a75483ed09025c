#include "engine/align/word_facts.hpp"

#include <algorithm>
#include <array>

#include "engine/lexicon/function_words.hpp"
#include "engine/text/tokens.hpp"

namespace unspin {
namespace {

constexpr std::size_t shortest_near_spelling = 5;
constexpr std::size_t longest_near_spelling = 64;  // longer ones are no words
constexpr std::size_t most_remembered = 1 << 16;   // words, when a pair begins

std::uint32_t opening_of(std::string_view word) {
  if (word.size() < shortest_near_spelling) {
    return 0;
  }
  const auto byte = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(word[i])};
  };
  return byte(0) | byte(1) << 8 | byte(2) << 16;
}

/// The bits of the words that stand second in the lexicon's phrases with `first` in front.
std::uint64_t seconds_of(const Lexicon& lexicon, std::string_view first) {
  std::uint64_t bits = 0;
  lexicon.for_each_phrase(first, [&](std::string_view phrase) {
    phrase.remove_prefix(first.size() + 1);
    bits |= bit_of(phrase.substr(0, phrase.find(' ')));
  });
  return bits;
}

}  // namespace

std::uint64_t bit_of(std::string_view word) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : word) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  }
  return std::uint64_t{1} << (hash >> 26);
}

void WordFactFinder::find(const Vocabulary& words, WordFacts& facts) {
  if (known_words_.size() >= most_remembered) {
    known_words_.clear();
    known_.clear();
    stems_.clear();
  }
  facts.stem.resize(words.size());
  facts.opening.resize(words.size());
  facts.is_function.resize(words.size());
  facts.seconds.resize(words.size());
  facts.seconds_of_forms.resize(words.size());
  facts.form_count.resize(words.size());
  facts.all_forms.resize(words.size());
  for (std::uint32_t word = 0; word < words.size(); ++word) {
    const std::string_view text = words.text(word);
    const std::uint32_t known = known_words_.intern(text);
    if (known == known_.size()) {
      known_.push_back(fact_of(text));
    }
    const WordFact& fact = known_[known];
    facts.stem[word] = fact.stem;
    facts.opening[word] = fact.opening;
    facts.is_function[word] = fact.is_function ? 1 : 0;
    facts.seconds[word] = fact.seconds;
    facts.seconds_of_forms[word] = fact.seconds_of_forms;
    facts.form_count[word] = fact.form_count;
    facts.all_forms[word] = fact.forms;
  }
}

WordFact WordFactFinder::fact_of(std::string_view word) {
  WordFact fact;
  fact.stem = stems_.intern(stemmer_.stem(word));
  fact.opening = opening_of(word);
  fact.is_function = is_function_word(word);
  if (lexicon_ != nullptr) {
    fact.form_count = static_cast<std::uint8_t>(
        lexicon_->base_forms(without_possessive(word), std::span(fact.forms)));
    for (std::size_t k = 0; k < fact.form_count; ++k) {
      fact.seconds_of_forms[k] = seconds_of(*lexicon_, lexicon_->text(fact.forms[k]));
    }
    fact.seconds = seconds_of(*lexicon_, word);
  }
  return fact;
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
