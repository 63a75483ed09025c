// The tokenizer "13a" of mteval-v13a.pl as sacreBLEU 2.6.0 applies it.
#pragma once

#include <string_view>

#include "engine/text/tokens.hpp"

namespace unspin {

/// Unescapes four HTML entities, joins lines, then separates punctuation, and full stops, commas
/// and dashes by the digits beside them. Linear.
void tokenize_13a(std::string_view line, TokenSink& out);

}  // namespace unspin
