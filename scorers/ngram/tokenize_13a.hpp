// The tokenizer "13a" of mteval-v13a.pl as sacreBLEU 2.6.0 applies it.
#pragma once

#include <string_view>

namespace unspin {

/// `line` with blanks around what 13a splits off: unescapes four HTML entities, joins lines, then
/// separates punctuation, and full stops, commas and dashes by the digits beside them. Tokens are
/// what lies between white space. Valid until this thread's next call. Linear.
std::string_view tokenize_13a(std::string_view line);

}  // namespace unspin
