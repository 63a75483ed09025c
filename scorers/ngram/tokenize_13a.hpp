// The tokenizer "13a" of mteval-v13a.pl as sacreBLEU 2.6.0 applies it.
#pragma once

#include <string>
#include <string_view>

namespace unspin {

/// Writes `line` to `out` (overwritten) with blanks around what 13a splits off: unescapes four HTML
/// entities, joins lines, then separates punctuation, and full stops, commas and dashes by the digits
/// beside them. Tokens are what lies between white space. Linear.
void tokenize_13a(std::string_view line, std::string& out);

}  // namespace unspin
