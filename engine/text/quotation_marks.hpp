// What stands between quotation marks.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace unspin {

/// Bytes between an opening and a closing mark, the end exclusive.
struct QuotedRange {
  std::size_t begin = 0, end = 0;
};

/// “…”, "…", «…», „…“ and ‘…’ within one line (paragraph) of well-formed UTF-8 and of at most 2,000
/// bytes, ascending, not overlapping; an apostrophe ends none. Linear.
std::vector<QuotedRange> quoted_ranges(std::string_view text);

}  // namespace unspin
