#include "engine/extract/table_rows.hpp"

#include <cstddef>

namespace unspin {
namespace {

constexpr std::uint32_t longest_cell = 200;  // letters

class RowReader {
 public:
  explicit RowReader(const PageShape& shape) : shape_(shape) {}

  /// Behind the last block that stands in the same row as this one; the next if it is in none.
  std::size_t end_of_row(std::size_t first) const {
    const std::uint32_t row = element_of(first).row;
    std::size_t end = first + 1;
    while (row != 0 && end < shape_.facts.size() && element_of(end).row == row) {
      ++end;
    }
    return end;
  }

  /// Whether blocks of a row are short and each in a cell of its own.
  bool is_data(std::size_t begin, std::size_t end) const {
    for (std::size_t b = begin; b < end; ++b) {
      const std::uint32_t cell = element_of(b).cell;
      if (cell == 0 || shape_.facts[b].letters > longest_cell ||
          (b > begin && cell == element_of(b - 1).cell)) {
        return false;
      }
    }
    return true;
  }

 private:
  const Element& element_of(std::size_t b) const {
    return shape_.elements[shape_.facts[b].element];
  }

  const PageShape& shape_;
};

void append(const PageBlock& cell, const BlockFacts& facts, PageBlock& row, BlockFacts& sums) {
  row.end = cell.end;
  row.text_end = cell.text_end;
  sums.bytes += facts.bytes;
  sums.link_bytes += facts.link_bytes;
  sums.letters += facts.letters;
  sums.marks += facts.marks;
}

}  // namespace

void join_table_rows(Page& page, PageShape& shape) {
  const RowReader reader(shape);
  std::size_t kept = 0;
  for (std::size_t first = 0; first < page.blocks.size();) {
    const std::size_t end = reader.end_of_row(first);
    const std::size_t pieces = reader.is_data(first, end) ? 1 : end - first;
    for (std::size_t b = first; b < first + pieces; ++b) {
      page.blocks[kept] = page.blocks[b];
      shape.facts[kept] = shape.facts[b];
      ++kept;
    }
    for (std::size_t b = first + pieces; b < end; ++b) {
      append(page.blocks[b], shape.facts[b], page.blocks[kept - 1], shape.facts[kept - 1]);
      page.text[page.blocks[b].text_begin - 1] = ' ';
    }
    if (pieces < end - first) {
      page.blocks[kept - 1].kind = BlockKind::table_row;
      page.blocks[kept - 1].level = 0;
      shape.facts[kept - 1].element = shape.elements[shape.facts[kept - 1].element].row;
    }
    first = end;
  }
  page.blocks.resize(kept);
  shape.facts.resize(kept);
}

}  // namespace unspin
