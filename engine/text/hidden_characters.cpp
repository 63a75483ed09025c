#include "engine/text/hidden_characters.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace unspin {
namespace {

using Characters = std::span<ReadCharacter>;

/// Marks that every script may use (U+0300 …): Vietnamese, polytonic Greek, phonetics and the
/// vowelled Koran stay at three or four on a letter.
constexpr int most_shared_marks = 4;
/// With those of one script: the tallest Tibetan stacks have nine.
constexpr int most_marks = 12;
/// Nobody needs more invisible characters in one place; emoji flags are longer.
constexpr int most_joiners = 4;
constexpr int most_tags = 8;

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool has_property(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

bool is_shared_mark(char32_t c) { return script_of(c) == USCRIPT_INHERITED; }

bool is_tag(char32_t c) { return c >= 0xE0000 && c <= 0xE007F; }
bool is_variation_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/// Removes marks of characters[first, last), which all stand on the one base.
void thin_out(Characters characters, std::size_t first, std::size_t last, char32_t base) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  int kept_of_script = 0;
  bool is_accented = U_SUCCESS(status) != 0;  // é may be e and a mark, even below a flood
  auto letter = static_cast<UChar32>(base);
  for (std::size_t i = first; i < last; ++i) {
    if (characters[i].kind != CharacterKind::mark || characters[i].is_removed()) {
      continue;
    }
    if (!is_shared_mark(characters[i].c)) {
      if (++kept_of_script > most_marks - most_shared_marks) {
        characters[i].remove_as(Trick::mark_flood);
      }
      continue;
    }
    const UChar32 together =
        is_accented ? nfc->composePair(letter, static_cast<UChar32>(characters[i].c)) : -1;
    is_accented = together >= 0;
    if (is_accented) {
      letter = together;
    } else {
      characters[i].remove_as(Trick::mark_flood);
    }
  }
}

/// A letter, or a form of one: what the form is undone to must not have a stroke either.
bool is_letter(char32_t base) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString plain;
  const bool is_form =
      U_SUCCESS(status) != 0 && nfkc->getDecomposition(static_cast<UChar32>(base), plain) != 0;
  return u_isalpha(is_form ? plain.char32At(0) : static_cast<UChar32>(base)) != 0;
}

/// What stands before and behind a stretch of ignorable characters; 0: a blank.
struct Surroundings {
  char32_t before = 0;        ///< a mark, too
  char32_t emoji_before = 0;  ///< without skin colours
  UScriptCode script_before = USCRIPT_COMMON;
  char32_t after = 0;
};

bool needs_joiners(UScriptCode script) {
  switch (script) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_UNKNOWN:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARMENIAN:
    case USCRIPT_GEORGIAN:
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_ETHIOPIC:
    case USCRIPT_CHEROKEE:
    case USCRIPT_CANADIAN_ABORIGINAL:
    case USCRIPT_COPTIC:
    case USCRIPT_GOTHIC:
    case USCRIPT_RUNIC:
    case USCRIPT_LISU:
    case USCRIPT_DESERET:
    case USCRIPT_OSAGE:
    case USCRIPT_WARANG_CITI:
      return false;
    default:
      return true;  // Arabic, Hebrew, Indic, … : there are many, and who hides text uses the above
  }
}

bool breaks_lines_without_blanks(UScriptCode script) {
  switch (script) {
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TIBETAN:
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_TAI_LE:
    case USCRIPT_NEW_TAI_LUE:
    case USCRIPT_LANNA:
    case USCRIPT_TAI_VIET:
    case USCRIPT_CHAM:
    case USCRIPT_BALINESE:
    case USCRIPT_JAVANESE:
    case USCRIPT_YI:
      return true;
    default:
      return false;
  }
}

bool is_pictograph(char32_t c) { return has_property(c, UCHAR_EXTENDED_PICTOGRAPHIC); }

bool is_needed(char32_t c, const Surroundings& at, bool beside_right_to_left) {
  const UScriptCode script_after = at.after == 0 ? USCRIPT_COMMON : script_of(at.after);
  if (is_bidi_control(c)) {
    return beside_right_to_left;
  }
  if (is_variation_selector(c)) {
    const UScriptCode script = script_of(at.before);
    const bool has_variants = breaks_lines_without_blanks(script) || script == USCRIPT_PHAGS_PA ||
                              script == USCRIPT_MONGOLIAN || script == USCRIPT_MANICHAEAN ||
                              script == USCRIPT_EGYPTIAN_HIEROGLYPHS;
    return c < 0xE0000 ? has_variants || has_property(at.before, UCHAR_EMOJI) ||
                             (u_charType(static_cast<UChar32>(at.before)) == U_MATH_SYMBOL)
                       : has_variants;
  }
  switch (c) {
    case 0x200B:
      return breaks_lines_without_blanks(at.script_before) ||
             breaks_lines_without_blanks(script_after);
    case 0x200C:
    case 0x200D:
      return needs_joiners(at.script_before) || needs_joiners(script_after) ||
             (c == 0x200D && is_pictograph(at.emoji_before) && is_pictograph(at.after));
    case 0x115F:
    case 0x1160:
    case 0x3164:
    case 0xFFA0:
      return at.script_before == USCRIPT_HANGUL || script_after == USCRIPT_HANGUL;
    case 0x180E:
      return at.script_before == USCRIPT_MONGOLIAN || script_after == USCRIPT_MONGOLIAN;
    case 0x034F:  // Hebrew keeps marks in order with it
      return at.script_before == USCRIPT_HEBREW &&
             u_charType(static_cast<UChar32>(at.before)) == U_NON_SPACING_MARK;
    default:
      return is_tag(c) && at.before == 0x1F3F4;
  }
}

}  // namespace

bool is_bidi_control(char32_t c) {
  return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_invisible_operator(char32_t c) { return c >= 0x2061 && c <= 0x2064; }

bool is_function_name(std::u32string_view word) {
  static constexpr std::u32string_view names[] = {
      U"log",  U"ln",   U"lg",     U"exp",    U"sin",    U"cos",     U"tan", U"cot",
      U"sinh", U"cosh", U"max",    U"min",    U"lim",    U"sup",     U"inf", U"det",
      U"dim",  U"ker",  U"arg",    U"mod",    U"gcd",    U"deg",     U"sgn", U"var",
      U"cov",  U"Pr",   U"argmax", U"argmin", U"tanh",   U"diag",    U"Var", U"Cov",
      U"tr",   U"rank", U"arcsin", U"arccos", U"arctan", U"polylog", U"poly"};
  return std::find(std::begin(names), std::end(names), word) != std::end(names);
}

/// Holds digits, symbols, names of functions or mathematical letters: it needs its operators.
bool is_formula(Characters characters) {
  std::u32string word;  // of ordinary letters only; else it does not count
  for (const ReadCharacter& at : characters) {
    if (at.kind == CharacterKind::mark ||
        (at.kind == CharacterKind::ignorable && !is_invisible_operator(at.c))) {
      continue;
    }
    const bool is_number = u_isdigit(static_cast<UChar32>(at.c)) != 0 || at.c == U'(' ||
                           u_charType(static_cast<UChar32>(at.c)) == U_MATH_SYMBOL;
    const bool ends_word =
        at.kind <= CharacterKind::ideograph || at.kind == CharacterKind::ignorable;
    if (at.kind == CharacterKind::form || (ends_word && is_function_name(word)) ||
        (at.kind == CharacterKind::between && is_number)) {
      return true;
    }
    if (ends_word) {
      word.clear();
    } else if (word.size() < 16) {
      word.push_back(at.kind == CharacterKind::latin ? at.c : 0);
    }
  }
  return false;
}

void remove_strokes(Characters characters) {
  bool is_on_letter = false;
  for (ReadCharacter& at : characters) {
    if (at.kind == CharacterKind::mark) {
      if (is_on_letter && !at.is_removed() && is_stroke_through(at.c)) {
        at.remove_as(Trick::mark_flood);
      }
    } else if (at.kind != CharacterKind::ignorable && !at.is_removed()) {
      is_on_letter = is_letter(at.read());
    }
  }
}

void remove_mark_floods(Characters characters) {
  std::size_t first = 0;  // of the marks on the base
  char32_t base = 0;
  int marks = 0, shared = 0;
  const auto finish = [&](std::size_t last) {
    if (marks > most_marks || shared > most_shared_marks) {
      thin_out(characters, first, last, base);
    }
  };
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const ReadCharacter& at = characters[i];
    if (at.is_removed()) {
      continue;
    }
    if (at.kind == CharacterKind::mark) {
      ++marks;
      shared += is_shared_mark(at.c) ? 1 : 0;
    } else if (at.kind != CharacterKind::ignorable) {
      finish(i);
      first = i + 1;
      base = at.c;
      marks = shared = 0;
    }
  }
  finish(characters.size());
}

void remove_invisible(Characters characters, bool beside_right_to_left) {
  Surroundings at;
  std::optional<bool> is_in_formula;
  for (std::size_t i = 0; i < characters.size();) {
    if (characters[i].kind != CharacterKind::ignorable) {
      const char32_t c = characters[i++].read();
      if (characters[i - 1].is_removed()) {
        continue;
      }
      at.before = c;
      if (c >= 0x80 && has_property(c, UCHAR_EMOJI_MODIFIER)) {
        continue;
      }
      const UScriptCode script = script_of(c);
      if (script != USCRIPT_INHERITED) {
        at.script_before = script;
        at.emoji_before = c;
      }
      continue;
    }
    std::size_t end = i;
    while (end < characters.size() &&
           (characters[end].kind == CharacterKind::ignorable || characters[end].is_removed())) {
      ++end;
    }
    at.after = end < characters.size() ? characters[end].read() : 0;
    int kept = 0, kept_tags = 0;
    bool has_variation = false;
    for (; i < end; ++i) {
      ReadCharacter& one = characters[i];
      const char32_t c = one.c;
      if (one.kind != CharacterKind::ignorable || one.is_removed()) {
        continue;
      }
      if (c == 0xFEFF && one.begin == 0) {
        continue;  // the mark of the text's encoding
      }
      if (c == 0xAD) {
        one.remove_as(Trick::soft_hyphen);
        continue;
      }
      if (is_invisible_operator(c)) {
        if (!is_in_formula) {
          is_in_formula = is_formula(characters);
        }
        if (*is_in_formula) {
          continue;
        }
      }
      const bool is_second = is_variation_selector(c) && has_variation;
      int& count = is_tag(c) ? kept_tags : kept;
      if (is_needed(c, at, beside_right_to_left) && !is_second &&
          count < (is_tag(c) ? most_tags : most_joiners)) {
        ++count;
        has_variation |= is_variation_selector(c);
      } else {
        one.remove_as(is_bidi_control(c) ? Trick::bidi_control : Trick::invisible);
      }
    }
  }
}

}  // namespace unspin
