// A text as its code points: the characters that RapidFuzz compares in Python's strings. Shared by
// the metrics of characters, so that a pair is taken apart once for all of them.
#pragma once

#include "engine/text/tokens.hpp"

namespace unspin {

extern const Tokenization code_points;

/// Adds each code point of well-formed UTF-8.
void split_code_points(std::string_view text, TokenSink& out);

}  // namespace unspin
