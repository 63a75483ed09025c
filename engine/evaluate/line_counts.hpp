// Files whose lines cannot belong together, and why: what a person looks for first when two files
// differ in their number of lines.
#pragma once

#include <vector>

#include "engine/evaluate/input_checks.hpp"

namespace unspin {

/// Adds an error for each system and reference that differ in their number of lines, or one for
/// references that are given by segment; none for files without lines. True if there was any.
bool check_line_counts(const Segments& segments, std::vector<InputRemark>& remarks);

}  // namespace unspin
