// "Did you mean …?" for names that a person typed.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace unspin {

/// "did you mean X?" if a known name is spelled nearly like `asked`, else "there are: …" with all
/// of them. For short lists of short names.
std::string suggest_name(std::string_view asked, std::span<const std::string_view> known);

}  // namespace unspin
