// Two whole texts for a person at a terminal: each sentence of the original above what became of
// it.
#pragma once

#include "engine/report/line_writer.hpp"
#include "engine/report/terminal_title.hpp"
#include "engine/score/evidence.hpp"

namespace unspin {

/// Every word of both texts, in the order of the original: sentences that belong together as
/// put_passage draws them; once with "=" behind the number if they are the same to the letter; with
/// "-" or "+" if they were left out or put in. Nothing without texts. Linear.
void put_whole_texts(const TerminalTitle& title, const std::vector<SpanRecord>& spans,
                     LineWriter& lines);

}  // namespace unspin
