// Pairs of texts whose differences are marked by hand, to hold an alignment against.
//
// One text holds both: "the {queen|monarch} lays {|her }eggs". What stands outside the braces is in
// both texts, the left side of a mark in the source, the right side in the rewrite.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unspin::testing {

/// Byte offsets of the two sides of a mark in their texts.
struct Mark {
  std::uint32_t source_begin = 0, source_end = 0;
  std::uint32_t rewrite_begin = 0, rewrite_end = 0;

  /// Neither an insertion nor a deletion.
  bool is_substitution() const;
  bool operator==(const Mark&) const = default;
};

struct MarkedText {
  std::string source, rewrite;
  std::vector<Mark> marks;  ///< in the order of the text
};

/// Throws std::runtime_error that names the line of a malformed mark: one inside another, one not
/// closed on its line, one without exactly one bar or with two empty sides, a stray brace or bar.
MarkedText read_marked(std::string_view text);

}  // namespace unspin::testing
