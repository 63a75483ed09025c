// Text on its way to a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace unspin {

/// The text with control characters, format characters and what is not UTF-8 made visible (· and
/// U+FFFD), so that no text, file name or argument can steer the terminal that shows it.
std::string printable(std::string_view text);

/// Columns that well-formed text takes: two for wide East Asian characters, none for combining
/// marks.
std::size_t columns_of(std::string_view text);

/// `text`, or its beginning and … if it takes more than `most` columns.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace unspin
