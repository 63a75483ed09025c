// The element that holds the main text.
//
// Every block has a value: prose its letters, scraps and links less than nothing. The element whose
// blocks sum up to the most is the one (the idea of maximum subsequence segmentation, Pasternack
// and Roth 2009, on a tree): one further out would add more scraps than prose. An element that
// claims to be the article's body, or an article, is preferred if it is worth nearly as much.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/extract/page.hpp"
#include "engine/extract/shape.hpp"

namespace unspin {

/// In letters of prose.
double value_of(const PageBlock& block, const BlockFacts& facts);

/// The index of the element; 0, the page, if there is nothing better. Linear.
std::size_t find_main_element(const Page& page, const PageShape& shape,
                              const std::vector<BlockRole>& roles, const MainTextRules& rules);

}  // namespace unspin
