// Which blocks of a page are its main text.
#pragma once

#include <vector>

#include "engine/extract/page.hpp"
#include "engine/extract/shape.hpp"

namespace unspin {

/// Gives every block of the page its role, and those of the elements in `roles` (main: none of the
/// others). Linear.
void find_main_part(const PageShape& shape, const MainTextRules& rules, Page& page,
                    std::vector<BlockRole>& roles);

}  // namespace unspin
