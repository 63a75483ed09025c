// What is read of a document, for people and for programs.
#pragma once

#include <string>

#include "engine/extract/document_page.hpp"
#include "engine/io/document.hpp"
#include "engine/report/terminal_report.hpp"

namespace unspin {

/// Appends one line of JSON: {"schema": 1, "id", "file", "offset" or "line", "address", "date",
/// "media_type", "charset", "title", "language", "canonical", "words", "text", "hidden", "issues",
/// "metadata"}; what is not known is left out. "text" is the main text, its paragraphs parted by
/// empty lines. `with_blocks` adds "blocks": every block of the page with its kind, role, place in
/// the page's UTF-8 bytes, and its text.
void append_page_json(const Document& document, const DocumentPage& read, bool with_blocks,
                      std::string& out);

/// Appends a heading, what is known of the page, and its main text; `style.show_all` adds what was
/// left out and why.
void append_page_text(const Document& document, const DocumentPage& read,
                      const TerminalStyle& style, std::string& out);

}  // namespace unspin
