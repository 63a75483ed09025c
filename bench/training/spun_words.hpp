// The words of a text as a spinner looks at them: which begin sentences, which are names, which are
// quoted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unspin::training {

struct SpunWord {
  std::uint32_t begin = 0, end = 0;  ///< bytes
  std::string folded;
  bool follows_blank = false;  ///< one blank and nothing else parts it from the word before
  bool begins_sentence = false;
  bool may_be_name = false;  ///< capitalised, and never written small in this text
  bool is_name = false;      ///< and capitalised within a sentence too
  bool is_quoted = false;
};

/// In order. Linear in the text, which is well-formed UTF-8.
std::vector<SpunWord> words_to_spin(std::string_view text);

/// `replacement` (folded) as it is written where `original` stood: capitals, typographic
/// apostrophes.
std::string written_like(std::string_view replacement, std::string_view original,
                         bool has_curly_apostrophes);

/// A name with the slip of a translation: Erica → Erika. The same if no slip fits.
std::string damaged_name(std::string_view name, std::uint64_t seed);

/// The text without some of its sentences (never the first) and with some moved behind the next.
std::string rearranged(std::string_view text, double dropped, double moved, std::uint64_t seed);

}  // namespace unspin::training
