// The second reading of a text: with the tricks undone that hide a copy from software while a
// person reads it as before. "ｍicro­biome" written with a full-width m and a soft hyphen is read
// as "microbiome", "ѕpin" with a Cyrillic ѕ as "spin".
//
// What a script or a language has of its own stays: joiners in Persian, Indic scripts and emoji,
// direction marks beside right-to-left text, full-width forms among Chinese, the letters of a
// Russian word. What has no honest use in its place is clear. What has one, if a rare one (a Greek
// α at a word's end, the ʋ of Ewe, a mathematical 𝑛 before "th"), is undone only in texts where
// something clear was found. A word wholly in another script is a word of another language, unless
// it has one or two letters that all look like those of the Latin words on both sides, or spells
// with letters that no one language has together. Undone text is for comparison; it is never shown
// as if it were the text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace unspin {

enum class Trick : std::uint8_t {
  invisible,     ///< zero-width characters and others without a shape, where no script needs them
  soft_hyphen,   ///< U+00AD
  bidi_control,  ///< direction controls in text that has no right-to-left letters near
  homoglyph,     ///< a letter of another script (or no language's) that looks like the one meant
  letter_form,   ///< full-width, mathematical, enclosed … forms of a word's letters
  mark_flood,    ///< combining marks beyond what any script stacks on one letter, or through it
};
constexpr std::array<std::string_view, 6> trick_names = {"invisible", "soft_hyphen", "bidi_control",
                                                         "homoglyph", "letter_form", "mark_flood"};
constexpr std::string_view name_of(Trick trick) {
  return trick_names[static_cast<std::size_t>(trick)];
}

/// One place where something was undone: a range of bytes of the raw text. Neighbouring characters
/// with the same trick are one place.
struct HiddenText {
  Trick trick;
  std::uint32_t begin, end;  ///< bytes, end exclusive
  std::uint32_t characters;  ///< code points in it
  bool operator==(const HiddenText&) const = default;
};

/// A text as it is meant to be read, and the way back to the raw bytes.
struct Unfolded {
  bool is_changed = false;         ///< else everything below is empty: the raw text is the reading
  std::string text;                ///< well-formed UTF-8
  std::vector<HiddenText> places;  ///< ascending, not overlapping

  /// Where runs of unfolded bytes come from. Within a run that was not changed, byte for byte.
  struct Piece {
    std::uint32_t begin;               ///< offset in `text`
    std::uint32_t raw_begin, raw_end;  ///< in the raw text, without what was removed around it
    bool operator==(const Piece&) const = default;
  };
  std::vector<Piece> pieces;  ///< ascending

  /// Raw offset of the first byte of the character that begins at this offset of `text`, and the
  /// raw offset behind the last byte of the character that ends there. Removed characters lie
  /// outside both. Logarithmic; the identity if nothing was changed.
  std::uint32_t raw_begin_of(std::uint32_t unfolded_begin) const;
  std::uint32_t raw_end_of(std::uint32_t unfolded_end) const;

  /// Code points with this trick, in all places.
  std::uint32_t count(Trick trick) const;
};

/// Linear in the text's length, whatever is in it; ASCII costs one scan. Keeps its memory from call
/// to call. One per thread.
class Unfolder {
 public:
  Unfolder();
  ~Unfolder();
  Unfolder(Unfolder&&) noexcept;
  Unfolder& operator=(Unfolder&&) noexcept;

  /// Reads well-formed UTF-8 of up to 2³¹ bytes; `out` is overwritten.
  void unfold(std::string_view raw, Unfolded& out);

 private:
  struct State;
  std::unique_ptr<State> state_;  ///< made for the first text that is not ASCII
};

}  // namespace unspin
