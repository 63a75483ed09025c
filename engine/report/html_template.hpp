// A template of engine/report/page/: markup with {{names}} in the places where texts belong.
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/report/html_text.hpp"

namespace unspin {

/// Writes the template, calling `fill(name)` in the place of each {{name}}.
template <class Fill>
void fill_template(const Markup& page, HtmlWriter& html, Fill&& fill) {
  for (std::size_t at = 0;;) {
    const std::size_t mark = page.text().find("{{", at);
    html.markup(page.part(at, mark - at));
    if (mark == std::string_view::npos) {
      return;
    }
    const std::size_t end = page.text().find("}}", mark);
    fill(page.text().substr(mark + 2, end - mark - 2));
    at = end + 2;
  }
}

}  // namespace unspin
