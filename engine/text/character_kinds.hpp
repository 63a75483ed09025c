// What a character may be in a text that hides something. Looked up in ICU once for each block of
// 256 characters that a text touches.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "engine/text/homoglyphs.hpp"

namespace unspin {

enum class CharacterKind : std::uint8_t {
  between,      ///< ends a run of letters: blanks, punctuation, numbers, symbols
  ideograph,    ///< Chinese, Japanese, Korean: written without blanks, mixed with every script
  latin,        ///< letters that look like themselves
  cyrillic,     ///<
  greek,        ///<
  alike,        ///< a letter of another script that looks like one of these
  alien,        ///< a letter of another script that does not
  mark,         ///< combining
  ignorable,    ///< invisible characters, soft hyphens, direction controls, variation selectors
  odd_latin,    ///< phonetic and other Latin letters that look like ordinary ones
  form,         ///< the full-width, mathematical, enclosed … form of a letter
  symbol_alike  ///< a symbol that looks like a letter
};
constexpr std::size_t character_kind_count = 12;

class CharacterKinds {
 public:
  explicit CharacterKinds(Homoglyphs& homoglyphs) : homoglyphs_(&homoglyphs) {}

  CharacterKind operator()(char32_t c) {
    const auto& block = blocks_[c >> 8];
    return block ? (*block)[c & 0xFF] : filled(c >> 8)[c & 0xFF];
  }

  /// The ordinary letter of which `c`, of kind `form`, is a form.
  static char32_t letter_of_form(char32_t c);

 private:
  using Block = std::array<CharacterKind, 256>;
  const Block& filled(std::size_t number);
  CharacterKind look_up(char32_t c);

  Homoglyphs* homoglyphs_;
  std::array<std::unique_ptr<Block>, 0x1100> blocks_;
};

constexpr bool is_ascii_letter(char32_t c) { return (c | 32) - U'a' < 26; }

}  // namespace unspin
