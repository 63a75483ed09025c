// Files that should differ and do not: a system that is its reference, its source or another
// system.
#pragma once

#include <vector>

#include "engine/evaluate/input_checks.hpp"

namespace unspin {

/// Adds a warning for each two files that are one, or hold the same text of two lines or more.
void check_twins(const Segments& segments, std::vector<InputRemark>& remarks);

}  // namespace unspin
