// What a finding is called: a name made of what it says, so that it stays when a crawl is audited
// again, and a person's review with it.
#pragma once

#include <string>
#include <string_view>

#include "engine/audit/finding.hpp"
#include "engine/io/document.hpp"

namespace unspin {

/// "f" and 32 hexadecimal digits: XXH3-128 of the page's address (its id, if it has none), the
/// texts of the finding's passages in the page's main text `page`, the original's id and the label.
/// The f keeps spreadsheets from reading a number. A page that a crawl holds twice has the same
/// finding twice, of one id.
std::string finding_id(const Document& document, std::string_view page, const Finding& finding,
                       std::string_view original_id);

}  // namespace unspin
