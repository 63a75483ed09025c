// The lower half of the picture of throughput: how it grows with threads.
#pragma once

#include "engine/report/svg_canvas.hpp"
#include "engine/report/throughput_report.hpp"

namespace unspin {

/// Draws speed-up by threads for each set, beside the ideal; `at` is where its title stands.
/// Returns where it ends; draws nothing if only one number of threads was timed.
double draw_scaling(const ThroughputReport& report, Place at, double width, SvgCanvas& canvas);

}  // namespace unspin
