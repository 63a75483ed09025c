// Characters that some programs take for the end of a line and others do not: the usual reason why
// two files that were made from one have different numbers of lines.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace unspin {

struct HiddenLineEnds {
  std::string_view name;       ///< "U+2028 (line separator)"
  std::size_t first_line = 0;  ///< 1-based
};

/// What, taken for a line end, would make so many `more` lines of these; nothing if nothing would.
std::optional<HiddenLineEnds> hidden_line_ends(std::span<const std::string> lines,
                                               std::size_t more);

}  // namespace unspin
