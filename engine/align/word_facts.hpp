// What the alignment knows of each distinct word of a pair before it compares any two of them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/kernel/bit_parallel.hpp"
#include "engine/lexicon/lexicon.hpp"
#include "engine/lexicon/stemmer.hpp"
#include "engine/text/vocabulary.hpp"

namespace unspin {

/// Facts of one word, whatever text it stands in.
struct WordFact {
  static constexpr std::size_t most_forms = 4;

  std::uint32_t stem = 0;     ///< equal numbers: equal stems
  std::uint32_t opening = 0;  ///< first three bytes, 0 for words under five bytes
  bool is_function = false;   ///< closed-class word
  std::uint8_t form_count = 0;
  std::array<Lexicon::WordId, most_forms> forms{};  ///< entries of the lexicon it may be a form of
  /// Of the lexicon's phrases that begin with the word, and of those that begin with each of its
  /// forms: the second words' bits. Nearly all phrases of a text are ruled out by a look at these.
  std::uint64_t seconds = 0;
  std::array<std::uint64_t, most_forms> seconds_of_forms{};
};

/// One of 64 bits for a word.
std::uint64_t bit_of(std::string_view word);

/// Facts of the words of one vocabulary, by word number. Structure of arrays.
struct WordFacts {
  std::vector<std::uint32_t> stem;
  std::vector<std::uint32_t> opening;
  std::vector<std::uint8_t> is_function;
  std::vector<std::uint8_t> form_count;
  std::vector<std::array<Lexicon::WordId, WordFact::most_forms>> all_forms;
  std::vector<std::uint64_t> seconds;
  std::vector<std::array<std::uint64_t, WordFact::most_forms>> seconds_of_forms;

  bool is_content(std::uint32_t word) const { return is_function[word] == 0; }
  std::span<const Lexicon::WordId> forms(std::uint32_t word) const {
    return std::span(all_forms[word]).first(form_count[word]);
  }
};

/// Finds facts, and remembers them from pair to pair: the words of a stream are mostly the same
/// ones. One per thread.
class WordFactFinder {
 public:
  /// Without a lexicon (null) no word has forms. The lexicon must outlive the finder.
  explicit WordFactFinder(const Lexicon* lexicon = nullptr) : lexicon_(lexicon) {}

  /// Overwrites `facts` with those of all words in `words`.
  void find(const Vocabulary& words, WordFacts& facts);

 private:
  WordFact fact_of(std::string_view word);

  const Lexicon* lexicon_;
  Stemmer stemmer_;
  Vocabulary known_words_;
  std::vector<WordFact> known_;  // by number in known_words_
  Vocabulary stems_;
};

/// Whether two different words are spelled nearly alike: five to 64 bytes each, the same first
/// three, and at most two edits (one if either has fewer than seven bytes). Erica, Erika; colour,
/// color.
bool is_near_spelling(std::string_view a, std::string_view b, BitParallel& bit_parallel);

}  // namespace unspin
