// Plain text and Markdown as pages: paragraphs with their places.
#pragma once

#include <string_view>

#include "engine/extract/page.hpp"

namespace unspin {

/// Overwrites `page` with the paragraphs of well-formed UTF-8 of up to 2³¹ bytes, all of them main
/// text. Empty lines part paragraphs; in a text without any, each line is one (so WET files are).
/// `is_markdown`: headings (# …), list items, quotations and fenced code are told apart, without
/// their marks; a first heading is the title. Linear.
void read_plain_text(std::string_view text, bool is_markdown, Page& page);

}  // namespace unspin
