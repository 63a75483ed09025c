// sacreBLEU 2.6.0's tokenizer "zh" for Chinese.
#pragma once

#include <string_view>

#include "engine/text/tokens.hpp"

namespace unspin {

/// Every Chinese character is a token; the rest is cut as 13a does, but nothing is unescaped, lines
/// are not joined, and the line's ends are no blanks. Linear.
///
/// What is Chinese is the reference's table with its slips, which its numbers depend on: U+2001 to
/// U+2A6D (arrows, mathematics, quotation marks) are, the ideographs beyond U+FFFF are not.
void tokenize_zh(std::string_view line, TokenSink& out);

}  // namespace unspin
