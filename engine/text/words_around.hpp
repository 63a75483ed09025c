// Is a word in another script alone among Latin words? Walks over a text once, however often it is
// asked.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/text/character_kinds.hpp"

namespace unspin {

class WordsAround {
 public:
  WordsAround(CharacterKinds& kinds, Homoglyphs& homoglyphs)
      : kinds_(&kinds), homoglyphs_(&homoglyphs) {}

  void start(std::string_view text);

  /// The nearest words on both sides of [begin, end) that can only be read in one alphabet are
  /// Latin; at an end of the text one is enough. Places are asked for in ascending order. What may
  /// be read in either way is skipped, so that the answer is the same when it has been undone.
  bool are_latin(std::uint32_t begin, std::uint32_t end);

 private:
  enum class Sort : std::uint8_t { none, latin, other };
  struct Found {
    Sort sort = Sort::none;
    std::size_t begin = 0;  ///< of the word
    std::size_t next = 0;   ///< where to go on
  };
  Found next_decided(std::size_t at, std::size_t end) const;

  CharacterKinds* kinds_;
  Homoglyphs* homoglyphs_;
  std::string_view text_;
  Found before_, after_;
};

}  // namespace unspin
