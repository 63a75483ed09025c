#include "engine/text/words_around.hpp"

#include <algorithm>

#include "engine/text/utf8.hpp"

namespace unspin {

void WordsAround::start(std::string_view text) {
  text_ = text;
  before_ = {};
  after_ = {};
}

WordsAround::Found WordsAround::next_decided(std::size_t at, std::size_t end) const {
  Found word;
  bool has_letter = false, has_latin = false, has_other = false;
  while (at < end) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text_, at);
    const CharacterKind kind = (*kinds_)(c);
    if (kind == CharacterKind::between && has_letter) {
      if (has_latin || has_other) {
        at = start;
        break;
      }
      has_letter = false;
      continue;
    }
    if (kind == CharacterKind::between || kind == CharacterKind::mark ||
        kind == CharacterKind::ignorable || kind == CharacterKind::symbol_alike) {
      continue;
    }
    word.begin = has_letter ? word.begin : start;
    has_letter = true;
    if (kind == CharacterKind::latin || kind == CharacterKind::odd_latin ||
        kind == CharacterKind::form) {
      has_latin = true;
    } else {
      has_other |= kind == CharacterKind::alien || kind == CharacterKind::ideograph ||
                   !homoglyphs_->letters_for(c, Alphabet::latin);
    }
  }
  word.sort = has_latin ? Sort::latin : has_other ? Sort::other : Sort::none;
  word.next = at;
  return word;
}

bool WordsAround::are_latin(std::uint32_t begin, std::uint32_t end) {
  while (before_.next < begin) {
    const Sort last = before_.sort;
    before_ = next_decided(before_.next, begin);
    before_.sort = before_.sort == Sort::none ? last : before_.sort;
  }
  if (after_.next < text_.size() && after_.begin < end) {
    do {
      after_ = next_decided(std::max<std::size_t>(after_.next, end), text_.size());
    } while (after_.next < text_.size() && after_.begin < end);
  } else if (after_.begin < end) {
    after_.sort = Sort::none;
  }
  return before_.sort != Sort::other && after_.sort != Sort::other &&
         (before_.sort == Sort::latin || after_.sort == Sort::latin);
}

}  // namespace unspin
