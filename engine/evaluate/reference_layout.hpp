// References the other way round: files that each hold all references of one segment, as lists of
// lists are often given to sacreBLEU's functions, and lines that hold several references.
#pragma once

#include <vector>

#include "engine/evaluate/input_checks.hpp"

namespace unspin {

/// Adds an error if there are as many reference files as the system has segments, and none has as
/// many lines: each holds the references of one segment then. True if so.
bool check_references_by_segment(const Segments& segments, const SegmentFile& system,
                                 std::vector<InputRemark>& remarks);

/// Adds a warning for references of the right number of lines that fit a system better the other
/// way round, and an error for lines that each hold several.
void check_reference_layout(const Segments& segments, std::vector<InputRemark>& remarks);

}  // namespace unspin
