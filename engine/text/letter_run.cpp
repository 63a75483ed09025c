#include "engine/text/letter_run.hpp"

#include <bit>
#include <string>
#include <unicode/uchar.h>

#include "engine/text/hidden_characters.hpp"

namespace unspin {
namespace {

/// Which of the mathematical alphabets, as a bit. Letterlike symbols fill the gaps of several.
std::uint32_t style_of(char32_t c) {
  return c >= 0x1D400 && c < 0x1D6A4 ? 1u << ((c - 0x1D400) / 52) : 0;
}

}  // namespace

CharacterKind kind_of(Alphabet alphabet) {
  constexpr CharacterKind kinds[] = {CharacterKind::latin, CharacterKind::cyrillic,
                                     CharacterKind::greek};
  return kinds[static_cast<std::size_t>(alphabet)];
}

bool is_greek(char32_t c) { return c >= 0x370 && c < 0x400; }
bool is_mathematical(char32_t c) {
  return (c >= 0x1D400 && c < 0x1D800) || (c >= 0x2100 && c < 0x2150);
}
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

void LetterRun::count(std::span<const ReadCharacter> all) {
  using enum CharacterKind;
  counts_ = {};
  forms_ = {};
  switches = 0;
  has_inner_capital = false;
  CharacterKind last = between;
  std::size_t ordinary_words = 0, functions = 0, mathematical = 0;
  std::uint32_t styles = 0;
  std::u32string word;
  const auto end_word = [&] {
    if (!word.empty()) {
      ++ordinary_words;
      functions += std::size_t{is_function_name(word)};
      word.clear();
    }
  };
  for (std::size_t i = 0; i < size(); ++i) {
    const char32_t c = all[places_[i]].c;
    const CharacterKind kind = all[places_[i]].kind;
    ++counts_[static_cast<std::size_t>(kind)];
    if (kind != latin) {
      end_word();
    } else if (word.size() < 16) {
      word.push_back(c);
    }
    CharacterKind side = kind == odd_latin ? latin : kind;
    if (kind == form) {
      mathematical += std::size_t{is_mathematical(c)};
      styles |= style_of(c);
      const bool is_of_greek = is_greek(CharacterKinds::letter_of_form(c));
      ++forms_[static_cast<std::size_t>(is_of_greek ? Alphabet::greek : Alphabet::latin)];
      side = is_of_greek ? greek : latin;
    }
    if (side != symbol_alike) {
      switches += last != between && last != side ? 1 : 0;
      last = side;
    }
    has_inner_capital |= kind == latin && i > 0 && is_upper(c);
  }
  end_word();
  is_formula = ordinary_words > 0 && functions == ordinary_words &&
               number_of(latin) + mathematical == size();
  const int different = std::popcount(styles);
  is_styled = different > 2 || (different == 2 && size() > 3);
}

}  // namespace unspin
