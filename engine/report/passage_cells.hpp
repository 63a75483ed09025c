// A passage as cells: the pieces of two texts that a reader sees one below the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/score/evidence.hpp"
#include "engine/text/tokens.hpp"

namespace unspin {

/// The spans of a passage, those that reach beyond it trimmed: a span with as many words on both
/// sides word for word, another one on each side for itself. Every word of the passage is in
/// exactly one of them, in the order of both texts; what has no place in that order (its other half
/// stands outside the passage) counts as rewritten. `spans` ascend by source, as in Evidence. Looks
/// at the passage's own spans only.
std::vector<Span> spans_within(const Passage& passage, std::span<const SpanRecord> spans);

/// The number, from 1, of the sentence that word `begin` is in; 0 if there is no word before `end`.
std::size_t sentence_of(const Words& words, std::uint32_t begin, std::uint32_t end);

/// A word with the marks around it, on one line and printable.
struct ShownWord {
  std::string text;  ///< with the marks before it
  std::string tail;  ///< the marks behind it
  std::size_t text_columns = 0, tail_columns = 0;
  bool blank_after = false;

  std::size_t columns() const { return text_columns + tail_columns; }
};

/// The raw text of words [begin, end), cut at the blanks between the words, or else at their
/// beginnings, so that a quotation mark goes with the word it stands before. Marks before the first
/// and behind the last word come along as far as no blank is between. White space is one blank,
/// hidden characters show as ·, a word of more than `most_columns` ends in ….
std::vector<ShownWord> shown_words(std::string_view text, const Words& words, std::uint32_t begin,
                                   std::uint32_t end, std::size_t most_columns);

}  // namespace unspin
