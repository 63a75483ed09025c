// The upper half of the picture of throughput: pairs a second by metric.
#pragma once

#include "engine/report/svg_canvas.hpp"
#include "engine/report/throughput_report.hpp"

namespace unspin {

/// Draws a bar for each metric, family and everything together, one below the other for each set;
/// `at` is where its title stands. Returns where it ends.
double draw_rates(const ThroughputReport& report, Place at, double width, SvgCanvas& canvas);

}  // namespace unspin
