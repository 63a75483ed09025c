// What the alignment knows of each distinct word of a pair before it compares any two of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/kernel/bit_parallel.hpp"
#include "engine/lexicon/stemmer.hpp"
#include "engine/text/vocabulary.hpp"

namespace unspin {

/// Facts of the words of one vocabulary, by word number. Structure of arrays.
struct WordFacts {
  std::vector<std::uint32_t> stem;        ///< equal numbers: equal stems
  std::vector<std::uint32_t> opening;     ///< first three bytes, 0 for words under five bytes
  std::vector<std::uint8_t> is_function;  ///< closed-class word

  /// Overwrites the facts with those of all words in `words`.
  void compute(const Vocabulary& words, Stemmer& stemmer);

  bool is_content(std::uint32_t word) const { return is_function[word] == 0; }

 private:
  Vocabulary stems_;
};

/// Whether two different words are spelled nearly alike: five to 64 bytes each, the same first
/// three, and at most two edits (one if either has fewer than seven bytes). Erica, Erika; colour,
/// color.
bool is_near_spelling(std::string_view a, std::string_view b, BitParallel& bit_parallel);

}  // namespace unspin
