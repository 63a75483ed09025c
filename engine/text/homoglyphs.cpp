#include "engine/text/homoglyphs.hpp"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uspoof.h>
#include <utility>

namespace unspin {
namespace {

/// What is read as a letter of each alphabet. Of Cyrillic only the letters of Russian, Ukrainian,
/// Belarusian and Serbian: an s in a Russian word is not meant as the Macedonian ѕ.
constexpr std::array<std::u32string_view, alphabet_count> letters_of = {
    U"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    U"абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўјёАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЇЄҐЎЈЁ",
    U"αβγδεζηθικλμνξοπρστυφχψωςΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"};

/// What looks like a small capital (the Cyrillic в, a small Cherokee letter) is read as its letter,
/// too: ICU compares with the capital's full size only.
constexpr std::pair<char32_t, char32_t> small_capitals[] = {
    {U'ʙ', U'b'}, {U'ᴅ', U'd'}, {U'ᴇ', U'e'}, {U'ꜰ', U'f'}, {U'ɢ', U'g'}, {U'ʜ', U'h'},
    {U'ᴊ', U'j'}, {U'ᴋ', U'k'}, {U'ʟ', U'l'}, {U'ᴍ', U'm'}, {U'ɴ', U'n'}, {U'ᴘ', U'p'},
    {U'ʀ', U'r'}, {U'ᴛ', U't'}, {U'ᴀ', U'a'}, {U'ɪ', U'i'}};

/// Look-alikes that ICU's tables do not hold.
constexpr std::pair<char32_t, char32_t> others[] = {
    {U'ϝ', U'f'}, {U'ᑕ', U'C'}, {U'ᛒ', U'B'}, {U'ᚱ', U'R'}, {U'ʇ', U't'}};

}  // namespace

struct Homoglyphs::Icu {
  struct Deleter {
    void operator()(USpoofChecker* opened) const { uspoof_close(opened); }
  };
  std::unique_ptr<USpoofChecker, Deleter> checker;
  const icu::Normalizer2* compose = nullptr;
  std::array<std::unordered_map<std::u16string, Letters>, alphabet_count> by_skeleton;

  Icu() {
    UErrorCode status = U_ZERO_ERROR;
    checker.reset(uspoof_open(&status));
    compose = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) {
      throw std::runtime_error("ICU's data files are missing");
    }
    for (std::size_t i = 0; i < alphabet_count; ++i) {
      for (const char32_t letter : letters_of[i]) {
        Letters& letters = by_skeleton[i][skeleton_of(letter)];
        char32_t& place =
            u_isupper(static_cast<UChar32>(letter)) != 0 ? letters.upper : letters.lower;
        place = place == 0 ? letter : place;
      }
    }
    constexpr auto latin = static_cast<std::size_t>(Alphabet::latin);
    for (const auto& [look, letter] : small_capitals) {
      by_skeleton[latin].try_emplace(skeleton_of(look), Letters{letter, 0, false});
    }
    for (const auto& [look, letter] : others) {
      const bool is_lower = letter >= U'a';
      by_skeleton[latin].try_emplace(skeleton_of(look),
                                     Letters{is_lower ? letter : 0, is_lower ? 0 : letter, true});
    }
  }

  std::u16string skeleton_of(char32_t character) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString skeleton;
    uspoof_getSkeletonUnicodeString(
        checker.get(), 0, icu::UnicodeString(static_cast<UChar32>(character)), skeleton, &status);
    return {skeleton.getBuffer(), static_cast<std::size_t>(skeleton.length())};
  }
};

Homoglyphs::Homoglyphs() = default;
Homoglyphs::~Homoglyphs() = default;
Homoglyphs::Homoglyphs(Homoglyphs&&) noexcept = default;
Homoglyphs& Homoglyphs::operator=(Homoglyphs&&) noexcept = default;

Homoglyphs::Letters Homoglyphs::letters_for(char32_t character, Alphabet wanted) {
  auto& known = known_[static_cast<std::size_t>(wanted)];
  const auto place = known.find(character);
  if (place != known.end()) {
    return place->second;
  }
  return known[character] = look_up(character, wanted);
}

Homoglyphs::Letters Homoglyphs::with_skeleton(const std::u16string& skeleton,
                                              Alphabet wanted) const {
  const auto& letters = icu_->by_skeleton[static_cast<std::size_t>(wanted)];
  const auto place = letters.find(skeleton);
  return place == letters.end() ? Letters{} : place->second;
}

Homoglyphs::Letters Homoglyphs::look_up(char32_t character, Alphabet wanted) {
  if (!icu_) {
    icu_ = std::make_unique<Icu>();  // takes half a millisecond, and few texts need it
  }
  Letters found = with_skeleton(icu_->skeleton_of(character), wanted);
  if (found) {
    return found;
  }
  // ё looks like ë because е looks like e. What is in the alphabet itself may be such a base.
  icu::UnicodeString apart;
  if (!icu_->compose->getRawDecomposition(static_cast<UChar32>(character), apart)) {
    return {};
  }
  const UChar32 base = apart.char32At(0);
  const int32_t rest = apart.moveIndex32(0, 1);
  if (rest >= apart.length() || apart.moveIndex32(rest, 1) < apart.length()) {
    return {};
  }
  found = letters_for(static_cast<char32_t>(base), wanted);
  const UChar32 mark = apart.char32At(rest);
  for (char32_t* letter : {&found.lower, &found.upper}) {
    if (*letter != 0) {
      *letter = static_cast<char32_t>(
          std::max(0, icu_->compose->composePair(static_cast<UChar32>(*letter), mark)));
    }
  }
  return found;
}

}  // namespace unspin
