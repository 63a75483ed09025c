// The parts of a page that are not its main text by their own word: navigation, footers, comments.
//
// A name alone proves little: "content-sidebar-wrap" holds the whole page. So what an element says
// of itself is not believed if it holds the title, or an article's body, with much of the page's
// prose; and what leads to other pages must have links.
#pragma once

#include <vector>

#include "engine/extract/page.hpp"
#include "engine/extract/shape.hpp"

namespace unspin {

/// Overwrites `roles` with one role for each element, its own or that of the first above it that
/// has one; `main` where nobody says anything. Linear.
void find_regions(const Page& page, const PageShape& shape, const MainTextRules& rules,
                  std::vector<BlockRole>& roles);

}  // namespace unspin
