// In which alphabet a text is written.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/text/character_kinds.hpp"

namespace unspin {

/// What is known of the whole text.
struct TextFacts {
  std::optional<Alphabet> dominant;  ///< the alphabet of nine in ten letters
  bool is_east_asian = false;        ///< one letter in ten or more
  bool has_evidence = false;         ///< something clear was undone: weak signs count
  bool operator==(const TextFacts&) const = default;
};

class FactFinder {
 public:
  FactFinder(CharacterKinds& kinds, Homoglyphs& homoglyphs)
      : kinds_(&kinds), homoglyphs_(&homoglyphs) {}

  /// Counts only letters that look like none of another alphabet. So the answer does not change
  /// when a text is disguised or undone, however many of its letters that takes.
  TextFacts find(std::string_view text);

 private:
  bool is_telling(char32_t c, Alphabet alphabet);

  CharacterKinds* kinds_;
  Homoglyphs* homoglyphs_;
  std::array<bool, 0x80> telling_ascii_{};
  std::array<std::uint8_t, 0x600> known_{};  ///< of the frequent letters: 1 no, 2 yes
};

}  // namespace unspin
