#include "engine/text/text_facts.hpp"

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

constexpr Alphabet alphabets[] = {Alphabet::latin, Alphabet::cyrillic, Alphabet::greek};

}  // namespace

/// It looks like no letter of the other alphabets.
bool FactFinder::is_telling(char32_t c, Alphabet alphabet) {
  if (c < known_.size() && known_[c] != 0) {
    return known_[c] == 2;
  }
  bool is_telling = true;
  for (const Alphabet other : alphabets) {
    is_telling = is_telling && (other == alphabet || !homoglyphs_->letters_for(c, other));
  }
  if (c < known_.size()) {
    known_[c] = is_telling ? 2 : 1;
  }
  return is_telling;
}

TextFacts FactFinder::find(std::string_view text) {
  std::array<std::size_t, alphabet_count> letters{};  // that tell
  std::size_t all = 0, ideographs = 0, ascii = 0;
  if (!telling_ascii_[U'd']) {
    for (char32_t c = U'A'; c <= U'z'; ++c) {
      telling_ascii_[c] = is_ascii_letter(c) && is_telling(c, Alphabet::latin);
    }
  }
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      ascii += std::size_t{telling_ascii_[byte]};
      ++at;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    const CharacterKind kind = (*kinds_)(c);
    char32_t letter = c;
    Alphabet alphabet = Alphabet::latin;
    switch (kind) {
      case CharacterKind::ideograph:
        ++ideographs;
        [[fallthrough]];
      case CharacterKind::alien:
        ++all;
        continue;
      case CharacterKind::latin:
        break;
      case CharacterKind::cyrillic:
        alphabet = Alphabet::cyrillic;
        break;
      case CharacterKind::greek:
        alphabet = Alphabet::greek;
        break;
      case CharacterKind::odd_latin: {
        const auto looks = homoglyphs_->letters_for(c, Alphabet::latin);
        letter = looks.lower != 0 ? looks.lower : looks.upper;
        break;
      }
      case CharacterKind::form:
        letter = CharacterKinds::letter_of_form(c);
        alphabet = (*kinds_)(letter) == CharacterKind::greek ? Alphabet::greek : Alphabet::latin;
        break;
      default:
        continue;
    }
    if (is_telling(letter, alphabet)) {
      ++letters[static_cast<std::size_t>(alphabet)];
      ++all;
    }
  }
  letters[static_cast<std::size_t>(Alphabet::latin)] += ascii;
  all += ascii;
  TextFacts facts;
  for (const Alphabet alphabet : alphabets) {
    if (all > 0 && letters[static_cast<std::size_t>(alphabet)] * 10 >= all * 9) {
      facts.dominant = alphabet;
    }
  }
  facts.is_east_asian = all > 0 && ideographs * 10 >= all;
  return facts;
}

}  // namespace unspin
