// Plain text and Markdown: what every page promises; and of plain text, that every word is there,
// once and in order, and that a block's place holds its words and no others.
#include <string>
#include <string_view>

#include "engine/extract/page.hpp"
#include "engine/extract/plain_text.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/page_promises.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

namespace unspin::fuzz {
namespace {

/// Each word with a blank behind it.
std::string words_of(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\f\v";
  std::string words;
  for (std::size_t at = text.find_first_not_of(blanks); at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    words.append(text, at, end - at) += ' ';
    at = text.find_first_not_of(blanks, end);
  }
  return words;
}

}  // namespace

void check_plain_text(std::string_view input) {
  const std::string text = well_formed(input);
  static Page page;
  read_plain_text(text, true, page);
  check_promises_of(page, text);

  read_plain_text(text, false, page);
  check_promises_of(page, text);
  std::string words;
  for (const PageBlock& block : page.blocks) {
    promise(words_of(std::string_view(text).substr(block.begin, block.end - block.begin)) ==
                words_of(page.text_of(block)),
            "the place of a paragraph holds its words");
    words += words_of(page.text_of(block));
  }
  promise(words == words_of(text), "every word of a plain text is in one of its paragraphs");
}

}  // namespace unspin::fuzz
