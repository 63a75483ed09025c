// Lower case for the metrics that promise a Python reference's numbers.
#pragma once

#include <string>
#include <string_view>

namespace unspin {

/// Lower case as Python's str.lower(): the full mapping of the root locale with the final-sigma
/// rule, by ICU. `text` is well-formed UTF-8; `out` is overwritten. ASCII text takes a fast path.
void to_lower_case(std::string_view text, std::string& out);

}  // namespace unspin
