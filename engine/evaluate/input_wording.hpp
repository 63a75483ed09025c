// How remarks on input files put things.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace unspin {

/// "1 line", "3000 lines".
std::string in_lines(std::size_t count);

/// The beginning of a line between quotation marks, cut between code points.
std::string excerpt(std::string_view line);

}  // namespace unspin
