// A picture of how fast pairs were scored: one SVG in the width of a column of a paper.
#pragma once

#include <string>

#include "engine/report/throughput_report.hpp"

namespace unspin {

/// Above, pairs a second by metric on one thread, grouped by family, on a logarithmic axis, with
/// whiskers from the slowest to the fastest repetition; below, the speed-up by threads beside the
/// ideal one, if more than one number of threads was timed; under both, what was measured where.
/// 252 points wide. No scripts, nothing from outside; the colours can be told apart in grey and by
/// the colour-blind.
void append_throughput_picture(const ThroughputReport& report, std::string& out);

}  // namespace unspin
