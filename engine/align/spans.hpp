// The two texts cut into spans that belong together: what a reader sees side by side.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/align/alignment.hpp"
#include "engine/align/swaps.hpp"

namespace unspin {

enum class SpanClass : std::uint8_t {
  identical,  ///< the same words
  minor,      ///< other forms or spellings of the same words, function words for function words
  synonym,    ///< swapped in place: by the word of a resource, or constantly in this pair
  rewritten,  ///< everything else, what was dropped or inserted too
};
constexpr std::array<std::string_view, 4> span_class_names = {"identical", "minor", "synonym",
                                                              "rewritten"};
constexpr std::string_view name_of(SpanClass span_class) {
  return span_class_names[static_cast<std::size_t>(span_class)];
}

/// Words of the source and the words of the rewrite that stand for them, as word numbers, ends
/// exclusive. Either side may be empty; it is then the place between two words.
struct Span {
  SpanClass span_class = SpanClass::rewritten;
  std::uint32_t source_begin = 0, source_end = 0;
  std::uint32_t rewrite_begin = 0, rewrite_end = 0;
  bool operator==(const Span&) const = default;
};

/// Every word of either text is in exactly one span. Ascending by source; as long as they can be
/// without being of two classes; sentences that were moved have spans of their own. Linear.
std::vector<Span> spans_of(const Alignment& alignment, const SwapTable& swaps);

/// A run of words in the units that readers of reports use; ends exclusive.
struct TextRange {
  std::uint32_t begin_word = 0, end_word = 0;
  std::uint32_t begin_byte = 0, end_byte = 0;
  std::uint32_t begin_character = 0, end_character = 0;  ///< code points
  bool operator==(const TextRange&) const = default;
};

/// Finds where runs of words stand in the raw text.
class RangeFinder {
 public:
  /// The words must be those of the text, and outlive the finder. Linear in the text.
  RangeFinder(std::string_view text, const Words& words);

  /// From the first byte of the run to behind its last one; of an empty run, the place behind the
  /// word before it.
  TextRange of(std::uint32_t begin_word, std::uint32_t end_word) const;

 private:
  bool is_ascii() const { return end_character_.empty(); }

  const Words& words_;
  std::vector<std::uint32_t> begin_character_, end_character_;  // by word; empty for ASCII
};

}  // namespace unspin
