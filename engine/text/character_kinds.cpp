#include "engine/text/character_kinds.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace unspin {
namespace {

using enum CharacterKind;

bool is_ignorable(char32_t c) {
  switch (c) {
    case 0x00AD:  // soft hyphen
    case 0x034F:  // grapheme joiner
    case 0x061C:  // Arabic letter mark
    case 0x115F:
    case 0x1160:
    case 0x3164:
    case 0xFFA0:  // Hangul fillers
    case 0x180E:  // Mongolian vowel separator
    case 0xFEFF:
      return true;
    default:
      return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
             (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
             (c >= 0xE0000 && c <= 0xE007F) || (c >= 0xE0100 && c <= 0xE01EF);
  }
}

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

}  // namespace

char32_t CharacterKinds::letter_of_form(char32_t c) {
  // ℹ and Ⓜ are emoji. Numerals of several letters (Ⅷ) and all that stands for a whole word stay.
  const bool may_be = (c >= 0xFF21 && c <= 0xFF5A) || (c >= 0x1D400 && c <= 0x1D7CB) ||
                      (c >= 0x2100 && c <= 0x217F && c != 0x2139) ||
                      (c >= 0x24B6 && c <= 0x24E9 && c != 0x24C2) || (c >= 0x1F130 && c <= 0x1F149);
  if (!may_be || c == 0x2126 || c == 0x212B) {  // Ω and Å in their older code
    return 0;
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString letter;
  icu::Normalizer2::getNFKCInstance(status)->getDecomposition(static_cast<UChar32>(c), letter);
  if (U_FAILURE(status) || letter.isEmpty() || letter.countChar32() != 1) {
    return 0;
  }
  const auto found = static_cast<char32_t>(letter.char32At(0));
  const UScriptCode script = script_of(found);
  return is_letter(found) && (script == USCRIPT_LATIN || script == USCRIPT_GREEK) ? found : 0;
}

const CharacterKinds::Block& CharacterKinds::filled(std::size_t number) {
  auto block = std::make_unique<Block>();
  for (std::size_t i = 0; i < block->size(); ++i) {
    (*block)[i] = look_up(static_cast<char32_t>(number << 8 | i));
  }
  return *(blocks_[number] = std::move(block));
}

CharacterKind CharacterKinds::look_up(char32_t c) {
  if (c < 0x80) {
    return is_ascii_letter(c) ? latin : between;
  }
  if (is_ignorable(c)) {
    return ignorable;
  }
  const auto category = U_GET_GC_MASK(static_cast<UChar32>(c));
  if (category & U_GC_M_MASK) {
    return mark;
  }
  if (letter_of_form(c) != 0) {
    return form;
  }
  if (c == 0x212E) {  // ℮
    return symbol_alike;
  }
  if (category & (U_GC_SM_MASK | U_GC_SO_MASK | U_GC_PO_MASK)) {
    // Bars are no l, and what stands above U+2FFF is written with ideographs.
    const bool may_be = c == 0xD7 || (c >= 0x1400 && c < 0x1700) || (c >= 0x2200 && c < 0x2C00);
    const auto letters =
        may_be ? homoglyphs_->letters_for(c, Alphabet::latin) : Homoglyphs::Letters{};
    return letters && letters.upper != U'I' ? symbol_alike : between;
  }
  const UScriptCode script = script_of(c);
  if (!is_letter(c) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) {
    return between;
  }
  switch (script) {
    case USCRIPT_LATIN: {
      // Letters with accents, ligatures and the like are ordinary, and so is the Turkish ı.
      if (c < 0x100 || c == 0x131 || (category & U_GC_LM_MASK) ||
          u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DECOMPOSITION_TYPE) ==
              U_DT_CANONICAL) {
        return latin;
      }
      const auto letters = homoglyphs_->letters_for(c, Alphabet::latin);
      return letters && c != 0x01C0 ? odd_latin : latin;  // ǀ is a click
    }
    case USCRIPT_CYRILLIC:
      return cyrillic;
    case USCRIPT_GREEK:
      return greek;
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
      return ideograph;
    default:
      return homoglyphs_->letters_for(c, Alphabet::latin) ? alike : alien;
  }
}

}  // namespace unspin
