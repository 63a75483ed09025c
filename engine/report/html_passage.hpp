// A copied passage beside the passage of the original that it was made from.
#pragma once

#include <cstdint>

#include "engine/report/finding_line.hpp"
#include "engine/report/html_text.hpp"

namespace unspin {

/// A table with the original's text in the left and the page's in the right column, changes marked.
/// A new row begins where in both texts a paragraph begins in the same place behind the same
/// change. What is changed has a number, the same in both texts, from `first_number` on; returns
/// the next one. Changes that do not lie in the passage are left out: the line may be anybody's. n
/// log n.
std::uint32_t put_passage_texts(const FindingLine::Passage& passage, std::uint32_t first_number,
                                HtmlWriter& html);

}  // namespace unspin
