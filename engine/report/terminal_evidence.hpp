// The evidence for a person at a terminal, section by section (terms: terminal_terms.hpp). A
// section without anything to say leaves no line; the others end in an empty one.
#pragma once

#include "engine/report/line_writer.hpp"
#include "engine/report/terminal_title.hpp"
#include "engine/score/evidence.hpp"

namespace unspin {

/// How many characters were hidden in which text, by what they do to it.
void put_hidden(const Evidence& evidence, LineWriter& lines);

/// The same, and where: by the word that they are in, with the bytes where they begin.
void put_hidden_places(const Evidence& evidence, const TerminalTitle& title, LineWriter& lines);

/// The most telling swaps in columns. All of them: one a line, with what the resource says, if
/// there is something and room for it.
void put_swaps(const std::vector<Substitution>& rows, bool all, LineWriter& lines);

/// All swaps, the most frequent first, one a line.
void put_swaps_by_count(std::vector<Substitution> rows, LineWriter& lines);

}  // namespace unspin
