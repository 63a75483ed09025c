// Cells of CSV (RFC 4180), and texts of strangers in them.
//
// A spreadsheet takes a cell that begins with = + - or @ for a formula, which can fetch addresses
// and, where old protocols are allowed, start programs. What others wrote is therefore kept from
// looking like one, as OWASP recommends ("CSV Injection"): an apostrophe goes before it. So it does
// behind what a spreadsheet of another country may take for the end of a cell: a semicolon, a tab
// or a line end.
#pragma once

#include <string>
#include <string_view>

namespace unspin {

/// Appends a text as a cell: in quotes, its quotes doubled, if it has commas, quotes or line ends.
void append_csv_cell(std::string_view text, std::string& out);

/// The text as a cell that opens as text: an apostrophe before each = + - @, or full-width form of
/// these, that is first in it or behind a ; tab, CR or LF, blanks passed over. White space at its
/// beginning is left out, and control characters become U+FFFD.
std::string without_formulas(std::string_view text);

/// The text that without_formulas() was given, without apostrophes that it may have had itself.
std::string with_formulas(std::string_view cell);

}  // namespace unspin
