// HTML: what every page promises, under the usual limits and under narrow ones; that the memory a
// reader keeps is all that it keeps from page to page; and that a text hidden at the beginning of a
// page is told as hidden and is no part of the text, whatever follows.
#include <string>

#include "engine/extract/page.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/page_promises.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

namespace unspin::fuzz {

void check_page(std::string_view input) {
  const std::string html = well_formed(input);
  static PageReader reader;
  static Page page;
  reader.read(html, page);
  check_promises_of(page, html);

  static PageReader narrow_reader({.most_depth = 16, .most_attributes = 2, .most_elements = 40});
  static Page narrow;
  narrow_reader.read(html, narrow);
  check_promises_of(narrow, html);

  const std::string secret = "zebraquagga";
  const std::string beginning = "<p hidden>" + secret + "</p>";
  static Page with_secret;
  reader.read(beginning + html, with_secret);
  check_promises_of(with_secret, beginning + html);
  promise(with_secret.hidden_text.starts_with(secret), "a hidden text is told");
  promise(with_secret.text.find(secret) == std::string::npos || html.find(secret) < html.size(),
          "a hidden text is no part of the text");

  static Page again;
  reader.read(html, again);
  promise(is_same(page, again), "a page does not depend on those that were read before");
}

}  // namespace unspin::fuzz
