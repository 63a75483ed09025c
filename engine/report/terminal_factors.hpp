// What moved the verdict, for a person at a terminal.
#pragma once

#include "engine/report/line_writer.hpp"
#include "engine/score/evidence.hpp"

namespace unspin {

/// A line for each figure that the judge went by: what this pair has, what honest rewrites have, a
/// bar for what it adds to the odds, and its meaning; then the odds that come of them. A figure
/// that lies outside of what 98 in 100 honest rewrites have is marked "!". Nothing if there are
/// none.
void put_factors(const Verdict& verdict, LineWriter& lines);

}  // namespace unspin
