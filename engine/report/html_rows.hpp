// A table of which the rows behind the first few unfold.
#pragma once

#include <cstddef>

#include "engine/report/html_text.hpp"

namespace unspin {

/// Writes rows [0, rows) by `put(i)`: the first `shown`, or a few more if these are then all, and
/// the others in a <details> that says how many and `more`.
template <class Put>
void put_rows(std::size_t rows, std::size_t shown, const Markup& head, const Markup& more,
              HtmlWriter& html, const Put& put) {
  constexpr std::size_t not_worth_folding = 3;
  const std::size_t first = rows <= shown + not_worth_folding ? rows : shown;
  const auto put_part = [&](std::size_t begin, std::size_t end) {
    html.markup("<table>").markup(head).markup("<tbody>\n");
    for (std::size_t i = begin; i < end; ++i) {
      put(i);
    }
    html.markup("</tbody></table>\n");
  };
  put_part(0, first);
  if (first < rows) {
    html.markup("<details><summary>").number(rows - first).markup(" ").markup(more);
    html.markup("</summary>\n");
    put_part(first, rows);
    html.markup("</details>\n");
  }
}

}  // namespace unspin
