// The scores and the notes for a person at a terminal. A section without anything to say leaves no
// line; the others end in an empty one.
#pragma once

#include "engine/report/line_writer.hpp"
#include "engine/score/results.hpp"

namespace unspin {

/// The scores by family, as many in a line as fit.
void put_scores(const PairResult& result, LineWriter& lines);

/// What was not looked at, and which scores have no value, with the reasons.
void put_notes(const PairResult& result, LineWriter& lines);

}  // namespace unspin
