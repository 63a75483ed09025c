// Small pages for the tests of main text extraction.
#pragma once

#include <string>
#include <string_view>

#include "engine/extract/page.hpp"

namespace unspin::testing {

// Three paragraphs that nobody would take for anything but text.
inline const std::string first_paragraph =
    "The ferry left the island at dawn, with nine passengers and a crate of live geese, and nobody "
    "on the quay expected it back before the end of the week.";
inline const std::string second_paragraph =
    "By noon the wind had turned, the captain had stopped joking, and the geese, who had been "
    "quiet "
    "all morning, began to complain in a way that made the children laugh.";
inline const std::string third_paragraph =
    "What happened next is told differently in every kitchen of the harbour, but all agree on one "
    "point: the crate was open when the rain started, and nobody had touched it.";

inline std::string p(std::string_view text) { return "<p>" + std::string(text) + "</p>\n"; }

inline const std::string story = p(first_paragraph) + p(second_paragraph) + p(third_paragraph);
inline const std::string story_text =
    first_paragraph + "\n\n" + second_paragraph + "\n\n" + third_paragraph;

inline Page read(std::string_view html, const MainTextRules& rules = {}) {
  Page page;
  PageReader({}, rules).read(html, page);
  return page;
}

inline std::string main_text_of(std::string_view html, const MainTextRules& rules = {}) {
  return main_text(read(html, rules)).text;
}

/// The role of the block with this text; `main` and a wrong name in the message if there is none.
inline std::string_view role_of(const Page& page, std::string_view text) {
  for (const PageBlock& block : page.blocks) {
    if (page.text_of(block) == text) {
      return name_of(block.role);
    }
  }
  return "(no such block)";
}

}  // namespace unspin::testing
