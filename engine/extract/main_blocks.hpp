// Which blocks of the main element are main text, and which beside it are after all.
//
// In the manner of jusText (Pomikálek 2011) a block is judged by itself first, by length,
// punctuation and links, then by its neighbours. No list of stop words: commas and full stops tell
// prose from scraps in any language.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/extract/page.hpp"
#include "engine/extract/shape.hpp"

namespace unspin {

/// Gives every block of the page its role; `roles` are those of the elements. Linear.
void judge_blocks(Page& page, const PageShape& shape, const std::vector<BlockRole>& roles,
                  std::size_t main_element, const MainTextRules& rules);

}  // namespace unspin
