// A plain text as the paragraphs that its writer meant.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace unspin {

/// Bytes of a text, end exclusive.
struct ByteRange {
  std::uint32_t begin = 0, end = 0;
  bool operator==(const ByteRange&) const = default;
};

/// A line is a paragraph. But where empty lines part the paragraphs and no line is longer than 120
/// characters, the lines were filled: a line end behind which the next word had no room, in the
/// longest line's width, is only a blank. White space at either end of a paragraph is left out; so
/// are empty ones. Linear.
std::vector<ByteRange> paragraphs_of(std::string_view text);

}  // namespace unspin
