// Which tokens of a text lie on a longest common subsequence with another text.
//
// The table's columns are bit vectors over the text (Hyyrö 2004, as in bit_parallel.hpp), of which
// a zero bit says that the length grows in that row. That is all the way back needs. Of a long
// text only every so many columns are kept, and those between two of them made again, so that
// memory is O(⌈m/64⌉·√n) for texts of m and n tokens, and time O(⌈m/64⌉·n).
#pragma once

#include <cstdint>
#include <vector>

#include "engine/kernel/ngram_counter.hpp"

namespace unspin {

/// Keeps its memory from call to call; it is linear in the largest token number. One per thread.
class SubsequencePlaces {
 public:
  /// The text whose places are asked for.
  void set_text(TokenSpan text);

  /// Sets is_common[i] for the tokens i of the text on its longest common subsequence with `other`;
  /// the rest is left as it is. Of several, the one that is found from the ends backwards, where
  /// the text's last token is passed over unless only passing over that of `other` keeps the
  /// length.
  void mark(TokenSpan other, std::vector<bool>& is_common);

 private:
  void fill_columns(TokenSpan other, std::size_t from, std::size_t to);
  void step(const std::uint64_t* masks);
  bool grows(std::size_t row, std::size_t column, std::size_t from) const {
    const std::uint64_t block = columns_[(column - from) * blocks_ + row / 64];
    return (block >> (row % 64) & 1) == 0;
  }

  std::vector<std::uint32_t> text_;
  std::size_t blocks_ = 0;
  std::vector<std::uint32_t> last_;      // by token: its last place + 1, 0 if there is none
  std::vector<std::uint32_t> previous_;  // by place: the previous one of the same token + 1, or 0
  std::vector<std::uint32_t> dense_;     // by token: number of its mask, for frequent tokens, or 0
  std::vector<std::uint64_t> masks_;     // mask 0 is made and wiped for every rare token
  std::vector<std::uint64_t> state_;
  std::vector<std::uint64_t> kept_;     // state_ before every stride-th column
  std::vector<std::uint64_t> columns_;  // state_ behind each column from one kept state on
};

}  // namespace unspin
