// Findings for a spreadsheet: findings.csv.
#pragma once

#include <string>

#include "engine/report/finding_line.hpp"
#include "engine/report/reviews.hpp"

namespace unspin {

/// Appends the names of the columns:
///
///   label, confidence          of the finding
///   site                       the host of the page's address
///   page_address, page_title, page_date
///   original_id, original_title, original_address
///   page_share                 how much of the page's words the passages are, 0 to 1
///   page_share_before          the same before quotations, template text and what is ignored are
///                              taken off
///   original_share             how much of the original stands in the page
///   words, passages            of the page
///   swaps                      the five most frequent: "community → group ×21; brand → model ×15"
///   why                        the judge's reasons on the surest passage
///   review, reason             confirmed, dismissed or nothing, and why
///   page_id, file, place       where the page stands: "line 12" or "byte 4096"
///   id                         of the finding
void append_finding_header(std::string& out);

/// Appends a row (RFC 4180). Texts open as texts (csv_cells.hpp), our numbers as numbers.
void append_finding_row(const FindingLine& finding, const Review* review, std::string& out);

}  // namespace unspin
