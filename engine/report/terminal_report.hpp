// One pair's result for a person at a terminal: verdict and reasons first, then the strongest
// swaps, what became of the terms, passages side by side, and the scores by family.
#pragma once

#include <string>

#include "engine/report/terminal_title.hpp"
#include "engine/score/results.hpp"

namespace unspin {

/// Appends the screen. Control characters in texts and names are shown as ·, so that no text can
/// steer the terminal.
void append_terminal(const PairResult& result, const TerminalTitle& title,
                     const TerminalStyle& style, std::string& out);

}  // namespace unspin
