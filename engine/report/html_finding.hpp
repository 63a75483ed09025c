// A finding for people: what was copied from what, side by side.
#pragma once

#include <string_view>

#include "engine/report/finding_line.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/reviews.hpp"

namespace unspin {

/// The name of a page for a reader: its title, or else its address, or else its id.
std::string_view name_of(const FindingLine::Page& page);
/// An original's likewise.
std::string_view name_of(const FindingLine::Original& original);

/// "49%" of 0 to 1; 100% is all.
std::string share_text(double share);

/// An <article>, with the id `anchor`: verdict, both texts' names, reasons, where the passages lie,
/// the passages of both texts, swaps. The finding may be anybody's. Linear, but for sorting.
void put_finding(const FindingLine& finding, const Review* review, std::string_view anchor,
                 HtmlWriter& html);

}  // namespace unspin
