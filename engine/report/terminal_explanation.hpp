// Why a verdict was reached, for a person at a terminal, at length: the verdict, what moved it,
// both texts whole, then everything else that was found.
#pragma once

#include <string>

#include "engine/report/terminal_title.hpp"
#include "engine/score/results.hpp"

namespace unspin {

/// Appends the explanation; there must be a judgement. Nothing is left out, and nothing in a text
/// can steer the terminal.
void append_explanation(const PairResult& result, const TerminalTitle& title,
                        const TerminalStyle& style, std::string& out);

}  // namespace unspin
