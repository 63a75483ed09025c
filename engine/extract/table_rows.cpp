#include "engine/extract/table_rows.hpp"

#include <algorithm>

namespace unspin {
namespace {

constexpr std::uint32_t longest_cell = 200;  // letters

}  // namespace

void join_table_rows(Page& page, PageShape& shape) {
  const auto element_of = [&](std::size_t b) -> const Element& {
    return shape.elements[shape.facts[b].element];
  };
  // Whether block `b` is the next cell of the row that block `before` stands in.
  const auto goes_on = [&](std::size_t before, std::size_t b) {
    const Element& last = element_of(before);
    const Element& next = element_of(b);
    return next.cell != 0 && last.row == next.row && last.cell != next.cell;
  };
  const auto is_short = [&](std::size_t b) {
    return element_of(b).cell != 0 && element_of(b).row != 0 &&
           shape.facts[b].letters <= longest_cell;
  };
  std::size_t kept = 0;
  for (std::size_t first = 0; first < page.blocks.size();) {
    std::size_t end = first + 1;
    bool is_data = is_short(first);
    while (end < page.blocks.size() && element_of(first).row != 0 &&
           element_of(end).row == element_of(first).row) {
      is_data = is_data && is_short(end) && goes_on(end - 1, end);
      ++end;
    }
    if (!is_data) {
      end = first + 1;
    }
    PageBlock row = page.blocks[first];
    BlockFacts facts = shape.facts[first];
    for (std::size_t b = first + 1; b < end; ++b) {
      page.text[page.blocks[b].text_begin - 1] = ' ';
      row.end = page.blocks[b].end;
      row.text_end = page.blocks[b].text_end;
      facts.bytes += shape.facts[b].bytes;
      facts.link_bytes += shape.facts[b].link_bytes;
      facts.letters += shape.facts[b].letters;
      facts.marks += shape.facts[b].marks;
    }
    if (end > first + 1) {
      row.kind = BlockKind::table_row;
      row.level = 0;
      facts.element = element_of(first).row;
    }
    page.blocks[kept] = row;
    shape.facts[kept] = facts;
    ++kept;
    first = end;
  }
  page.blocks.resize(kept);
  shape.facts.resize(kept);
}

}  // namespace unspin
