// The international tokenizer of mteval-v14.pl as sacreBLEU 2.6.0 applies it.
#pragma once

#include <string_view>

#include "engine/text/tokens.hpp"

namespace unspin {

/// Separates punctuation of any script unless a number stands before and behind it, and symbols.
/// Nothing is unescaped, and a full stop that ends the line behind a digit stays there. Linear.
void tokenize_intl(std::string_view line, TokenSink& out);

}  // namespace unspin
