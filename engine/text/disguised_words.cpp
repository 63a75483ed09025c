#include "engine/text/disguised_words.hpp"

#include <algorithm>
#include <unicode/uchar.h>

#include "engine/text/hidden_characters.hpp"

namespace unspin {
namespace {

using enum CharacterKind;

bool is_in_run(CharacterKind kind) {
  return kind != between && kind != ideograph && kind != mark && kind != ignorable;
}

bool is_full_width(char32_t c) { return c >= 0xFF21 && c <= 0xFF5A; }

bool is_right_to_left(char32_t c) {
  const UCharDirection direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool is_vowel(char32_t c) {
  return std::u32string_view(U"aeiouyAEIOUY").find(c) != std::u32string_view::npos;
}

/// Of letters that look like Latin ones, those which Russian, Ukrainian, Belarusian, Bulgarian and
/// Serbian do not have.
bool is_rare_cyrillic(char32_t c) {
  return std::u32string_view(U"ѕЅһҺԁԀԛԚԝԜҽҼӏӀүҮ").find(c) != std::u32string_view::npos;
}

/// Letters of phonetic alphabets that look like no ordinary letter, and their stress and length.
bool is_phonetic_only(const ReadCharacter& at) {
  return (at.kind == latin &&
          ((at.c >= 0x250 && at.c < 0x2B0) || at.c == 0x14B || at.c == 0x1DD)) ||
         at.c == 0x2C8 || at.c == 0x2CC || at.c == 0x2D0 || at.c == 0x2D1;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019; }

bool is_quote_or_bracket(char32_t c) {
  const auto category = U_GET_GC_MASK(static_cast<UChar32>(c));
  return c == U'"' || c == U'\'' || c == U'`' || c == U'/' || c == U'*' || c == U'_' ||
         (category & (U_GC_PI_MASK | U_GC_PF_MASK | U_GC_PS_MASK | U_GC_PE_MASK)) != 0;
}

bool ends_word(char32_t c) {
  return c == 0 || is_quote_or_bracket(c) || c == 0x2013 || c == 0x2014 ||
         std::u32string_view(U".,;:!?…").find(c) != std::u32string_view::npos;
}

}  // namespace

void DisguisedWords::read(std::span<ReadCharacter> characters) {
  all_ = characters;
  is_phonetic_ = std::any_of(all_.begin(), all_.end(), is_phonetic_only);
  has_ideographs_ = std::any_of(all_.begin(), all_.end(),
                                [](const ReadCharacter& at) { return at.kind == ideograph; });
  has_operators_ = std::any_of(all_.begin(), all_.end(), [](const ReadCharacter& at) {
    return !at.is_removed() && is_invisible_operator(at.c);
  });
  run_.clear();
  before_ = 0;
  char32_t last = 0;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const ReadCharacter& at = all_[i];
    if (at.is_removed() || at.kind == mark ||
        (at.kind == ignorable && !is_invisible_operator(at.c))) {
      continue;
    }
    if (is_in_run(at.kind)) {
      if (run_.size() == 0) {
        before_ = last;
      }
      run_.add(i);
    } else if (run_.size() > 0) {
      std::size_t next = i + 1;
      if (is_apostrophe(at.c)) {
        while (next < all_.size() && (all_[next].is_removed() || all_[next].kind == ignorable)) {
          ++next;
        }
      }
      if (!is_apostrophe(at.c) || next == all_.size() || !is_in_run(all_[next].kind)) {
        after_ = at.c;
        read_run();
        run_.clear();
      }
    }
    last = at.c;
  }
  if (run_.size() > 0) {
    after_ = 0;
    read_run();
  }
}

void DisguisedWords::read_run() {
  run_.count(all_);
  if (run_.number_of(latin) == run_.size() ||
      run_.number_of(alien) + run_.number_of(symbol_alike) == run_.size()) {
    return;
  }

  const bool is_latin_text = facts_.dominant == Alphabet::latin;
  if (facts_.dominant && run_.number_of(*facts_.dominant) > 0) {
    // "HTCшный": a Russian ending after foreign initials.
    const bool is_joined =
        !is_latin_text && run_.switches == 1 && run_.number_of(latin) > 1 &&
        std::all_of(run_.places().begin(), run_.places().end(),
                    [this](std::size_t i) { return all_[i].kind != latin || is_upper(all_[i].c); });
    if (is_joined || undo_into(*facts_.dominant)) {
      return;
    }
  } else if (is_latin_text) {
    return read_foreign_run();
  }

  Alphabet majority = Alphabet::latin;
  for (const Alphabet alphabet : {Alphabet::cyrillic, Alphabet::greek}) {
    majority = run_.number_of(alphabet) > run_.number_of(majority) ? alphabet : majority;
  }
  const std::size_t most = run_.number_of(majority);
  for (const Alphabet alphabet : {Alphabet::latin, Alphabet::cyrillic, Alphabet::greek}) {
    if (alphabet != majority && run_.number_of(alphabet) == most) {
      return;
    }
  }
  if (majority == facts_.dominant) {
    return;
  }
  const std::size_t own =
      most + run_.number_of(symbol_alike) +
      (majority == Alphabet::latin ? run_.number_of(odd_latin) : std::size_t{0});
  // Where the scripts meet once, a stem of one may have an ending of the other: "iPhoneом".
  if (own == run_.size() ||
      (run_.switches > 1 && run_.number_of(alike) + run_.number_of(alien) == 0)) {
    undo_into(majority);
  }
}

/// A run without a letter of the text's Latin alphabet: a word of another language, or "а" for "a".
void DisguisedWords::read_foreign_run() {
  if (!ends_word(before_) || !ends_word(after_) || run_.number_of(alien) > 0 ||
      (is_quote_or_bracket(before_) && is_quote_or_bracket(after_))) {
    return;
  }
  readings_.assign(run_.size(), {});
  bool has_rare = false;
  for (std::size_t i = 0; i < run_.size(); ++i) {
    const char32_t c = letter(i);
    auto letters = homoglyphs_->letters_for(c, Alphabet::latin);
    if (!letters && all_[run_.place(i)].kind == form) {
      letters = homoglyphs_->letters_for(CharacterKinds::letter_of_form(c), Alphabet::latin);
    }
    if (!letters || !letters.is_close || is_right_to_left(c)) {
      return;
    }
    has_rare |= is_rare_cyrillic(c);
    readings_[i] = {Sign::weak, fitting(letters, i), Trick::homoglyph};
  }
  const std::size_t length = run_.size();
  const char32_t first = readings_[0].meant;
  if (length == 1 && (!is_vowel(first) || is_phonetic_)) {
    return;
  }
  const bool is_clear = run_.number_of(cyrillic) == length
                            ? length <= 2 || has_rare
                            : length == 1 && run_.number_of(greek) == 1 &&
                                  (first == U'A' || first == U'I' || first == U'O');
  if (!around_->are_latin(all_[run_.place(0)].begin, all_[run_.place(run_.size() - 1)].end)) {
    return;
  }
  for (Reading& reading : readings_) {
    reading.sign = is_clear ? Sign::clear : Sign::weak;
  }
  apply();
}

bool DisguisedWords::undo_into(Alphabet wanted) {
  readings_.assign(run_.size(), {});
  for (std::size_t i = 0; i < run_.size(); ++i) {
    if (all_[run_.place(i)].kind != kind_of(wanted) && !read_letter(i, wanted, readings_[i])) {
      return false;
    }
  }
  apply();
  return true;
}

/// False: the letter cannot be read in this alphabet, so the word was not meant in it.
bool DisguisedWords::read_letter(std::size_t place, Alphabet wanted, Reading& reading) const {
  const char32_t c = letter(place);
  const CharacterKind kind = all_[run_.place(place)].kind;
  const char32_t plain = kind == form ? CharacterKinds::letter_of_form(c) : 0;
  if (kind == form && is_greek(plain) == (wanted == Alphabet::greek)) {
    if (wanted != Alphabet::cyrillic) {
      reading = {sign_of_form(c), plain, Trick::letter_form};
      return true;
    }
  }
  auto letters = homoglyphs_->letters_for(c, wanted);
  if (!letters && plain != 0) {
    letters = homoglyphs_->letters_for(plain, wanted);
  }
  if (kind == symbol_alike) {
    const bool is_inside = place > 0 && place + 1 < run_.size();
    const bool is_e = c == 0x212E;
    if (letters && (is_e || (is_inside && run_.size() > 3))) {
      const bool is_clear = is_e && run_.number_of(wanted) > 2;
      reading = {is_clear ? Sign::clear : Sign::weak, fitting(letters, place), Trick::homoglyph};
    }
    return true;
  }
  if (!letters || (kind == alike && facts_.dominant != wanted)) {
    return false;
  }
  Sign sign = Sign::clear;
  if (kind == form) {
    sign = sign_of_form(c);
  } else if (kind == odd_latin) {
    sign = sign_of_odd_latin(c);
  } else if (kind == greek && wanted == Alphabet::latin) {
    sign = sign_of_greek(place);
  }
  reading = {sign, fitting(letters, place), Trick::homoglyph};
  return true;
}

DisguisedWords::Sign DisguisedWords::sign_of_form(char32_t c) const {
  const std::size_t ordinary =
      run_.number_of(latin) + run_.number_of(greek) + run_.number_of(cyrillic);
  if (is_full_width(c) && !has_operators_) {
    if (has_ideographs_ || facts_.is_east_asian) {
      return Sign::never;
    }
    return run_.size() > 1 ? Sign::clear : Sign::weak;
  }
  if (run_.is_formula || has_operators_) {
    return Sign::never;
  }
  // "𝑖th", "d𝑥", "mℓ" are ordinary, and so are the 𝑠𝑖𝑛 and 𝐴𝐱 of formulas.
  return ordinary > 2 || (run_.number_of(form) == run_.size() && run_.is_styled) ? Sign::clear
                                                                                 : Sign::weak;
}

DisguisedWords::Sign DisguisedWords::sign_of_odd_latin(char32_t c) const {
  const auto is_slash = [](char32_t beside) { return beside == U'/' || beside == U'['; };
  if (is_phonetic_ || is_slash(before_) || after_ == U'/' || after_ == U']') {
    return Sign::never;
  }
  // Letters of Ewe, Kabyle, Kabiye and of old prints; words in small capitals only.
  const bool is_of_a_language = std::u32string_view(U"ɣʋɩɪſƖ").find(c) != std::u32string_view::npos;
  return is_of_a_language || run_.number_of(Alphabet::latin) == 0 ? Sign::weak : Sign::clear;
}

/// Science is full of TNFα, NFκB, νmax and ρgh.
DisguisedWords::Sign DisguisedWords::sign_of_greek(std::size_t place) const {
  const char32_t c = letter(place);
  if (is_upper(c) || c == U'ο' || c == U'ι') {
    return Sign::clear;
  }
  if (run_.has_inner_capital) {
    return Sign::never;
  }
  const auto is_small_latin = [this](std::size_t at) {
    return all_[run_.place(at)].kind == latin && is_lower(letter(at));
  };
  return place > 0 && place + 1 < run_.size() && is_small_latin(place - 1) &&
                 is_small_latin(place + 1)
             ? Sign::clear
             : Sign::weak;
}

/// I and l may be the same look: the letters beside decide.
char32_t DisguisedWords::fitting(const Homoglyphs::Letters& letters, std::size_t place) const {
  const char32_t c = letter(place);
  const char32_t last = place == 0                        ? 0
                        : readings_[place - 1].meant != 0 ? readings_[place - 1].meant
                                                          : letter(place - 1);
  const bool follows_small = is_lower(last);
  if (letters.lower != 0 && letters.upper != 0) {
    const bool is_capital = is_upper(c) || (!is_lower(c) && place > 0);
    return is_capital && !follows_small ? letters.upper : letters.lower;
  }
  const char32_t only = letters.lower != 0 ? letters.lower : letters.upper;
  const bool is_of_capitals_only = all_[run_.place(place)].kind == alike;
  return is_of_capitals_only && follows_small
             ? static_cast<char32_t>(u_tolower(static_cast<UChar32>(only)))
             : only;
}

void DisguisedWords::apply() {
  for (std::size_t i = 0; i < run_.size(); ++i) {
    const Reading& reading = readings_[i];
    if (reading.sign == Sign::weak && !facts_.has_evidence) {
      left_weak = true;
    } else if (reading.sign == Sign::clear || reading.sign == Sign::weak) {
      found_clear |= reading.sign == Sign::clear;
      ReadCharacter& at = all_[run_.place(i)];
      at.is_undone = true;
      at.meant = reading.meant;
      at.trick = reading.trick;
    }
  }
}

}  // namespace unspin
