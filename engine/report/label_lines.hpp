// Names of metrics with their settings, broken into lines that fit beside a bar.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unspin {

/// The name in lines of up to `columns`, broken after colons and commas, so that variants of a
/// metric can be told apart; of a part that is longer, its beginning and its end. At least one
/// line.
std::vector<std::string> label_lines(std::string_view name, std::size_t columns);

}  // namespace unspin
