// The verdict for a person at a terminal: the headline and the reasons.
#pragma once

#include "engine/report/line_writer.hpp"
#include "engine/report/terminal_title.hpp"
#include "engine/score/results.hpp"

namespace unspin {

/// "SPUN · confidence 0.97   original.txt → copy.txt   750 → 758 words", on several lines if it
/// must be, and an empty one.
void put_headline(const PairResult& result, const TerminalTitle& title, LineWriter& lines);

/// The reasons in words, and an empty line; nothing if there are none.
void put_reasons(const Verdict& verdict, LineWriter& lines);

/// Red for copies, green for a paraphrase, yellow where neither is said.
Tone tone_of(Label label);

}  // namespace unspin
