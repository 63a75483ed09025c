// The shape of a page between parsing and judging: its elements in the order of their start tags,
// and its blocks of text with a few figures each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/extract/hints.hpp"
#include "engine/extract/page.hpp"
#include "engine/extract/tags.hpp"

namespace unspin {

/// Parents stand before their children; element 0 is the page and its own parent.
struct Element {
  std::uint32_t parent = 0;
  std::uint32_t block = 0;  ///< the nearest element, itself or above, that is not inline
  std::uint32_t cell = 0;   ///< the nearest table cell and row, itself or above; 0: none
  std::uint32_t row = 0;
  Tag tag = Tag::other;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;
  bool is_hidden = false;  ///< by itself or by what it stands in
  bool is_unread = false;  ///< likewise
  bool is_link = false;    ///< likewise
  Hint hint;
};

struct BlockFacts {
  std::uint32_t element = 0;
  std::uint32_t bytes = 0;
  std::uint32_t link_bytes = 0;  ///< of these, in links
  std::uint32_t letters = 0;     ///< characters; of scripts without blanks each counts as three
  std::uint32_t marks = 0;       ///< commas, full stops and the like that end something

  double link_share() const { return bytes ? static_cast<double>(link_bytes) / bytes : 0; }

  /// Sentences, not scraps: what a text is made of.
  bool is_prose() const {
    return link_share() < 0.4 && ((letters >= 80 && marks > 0) || letters >= 200);
  }
};

struct PageShape {
  std::vector<Element> elements;
  std::vector<BlockFacts> facts;  ///< of Page::blocks, one each

  /// Adds to every element's value those of all that it holds.
  template <class Value>
  void sum_up(std::vector<Value>& values) const {
    for (std::size_t i = values.size(); i-- > 1;) {
      values[elements[i].parent] += values[i];
    }
  }
};

}  // namespace unspin
