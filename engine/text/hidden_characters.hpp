// Characters that are not seen, or are too many to be seen apart: which of them does the text need?
#pragma once

#include <span>

#include "engine/text/read_character.hpp"

namespace unspin {

/// ~ - / through a letter. No alphabet is written so: where a language strikes a letter through, as
/// ł and ø, that is a character of its own.
constexpr bool is_stroke_through(char32_t c) { return c >= 0x334 && c <= 0x338; }

/// Removes those from letters, and from what was read as one.
void remove_strokes(std::span<ReadCharacter> characters);

/// Removes combining marks beyond what any script stacks on one letter. To be done first.
void remove_mark_floods(std::span<ReadCharacter> characters);

/// Removes what has no shape where no script needs it. `characters` are all those between two
/// blanks, so nothing beyond them is joined; `beside_right_to_left`: such letters are in the line.
/// To be done again when letters were undone: then fewer need it.
void remove_invisible(std::span<ReadCharacter> characters, bool beside_right_to_left);

bool is_bidi_control(char32_t c);

/// U+2061 … U+2064, which publishers put into formulas by the thousand.
bool is_invisible_operator(char32_t c);

/// "log", "sin" …: what stands directly beside symbols in formulas.
bool is_function_name(std::u32string_view word);

}  // namespace unspin
