// The table of TER's edit distance, which is only searched within a beam around the diagonal, and
// how it answers for a text of which a part has changed.
//
// Row i holds the distances of the first i words of the hypothesis to beginnings of the reference.
// A change of the words [from, to) leaves the rows up to `from` as they are, and what follows row
// `to` costs what it did; so only the rows between are made anew, and the distance is the cheapest
// way across row `to`:  min over j of  row'(to, j) + rest(to, j).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/kernel/ngram_counter.hpp"

namespace unspin {

/// Half the width of the beam for reference / hypothesis lengths: it is wide enough to overlap from
/// row to row.
std::size_t beam_for(double length_ratio);

/// Keeps its memory. One per thread. Ties prefer a match or substitution, then leaving out a word
/// of the hypothesis, then adding one of the reference, as Tercom does.
class BeamTable {
 public:
  enum Step : std::uint8_t { keep, substitute, drop_hypothesis, add_reference };

  /// The distance, and the table for what follows. Both texts are kept alive by the caller.
  /// O(n · beam) time and memory.
  std::size_t fill(TokenSpan hypothesis, TokenSpan reference);

  /// The last step of the best way to i words of the hypothesis and j of the reference.
  Step step(std::size_t i, std::size_t j) const {
    return i == 0 ? add_reference : steps_[i * stride_ + (j - begin_[i])];
  }

  /// The distance of `changed`, which differs from the hypothesis only in the words [from, to).
  /// O((to − from) · beam).
  std::size_t distance_if(TokenSpan changed, std::size_t from, std::size_t to);

  std::size_t beam() const { return beam_; }

 private:
  void set_bands();
  void fill_rest();
  template <bool traced>
  void make_row(std::size_t i, std::uint32_t word, const std::uint32_t* above, std::uint32_t* row);
  std::uint32_t* row_of(std::vector<std::uint32_t>& table, std::size_t i) {
    return table.data() + i * stride_;
  }

  TokenSpan hypothesis_, reference_;
  std::size_t beam_ = 0;
  std::size_t stride_ = 0;
  std::vector<std::uint32_t> begin_, end_;  // by row: the columns that the beam lets one see
  std::vector<std::uint32_t> first_row_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::uint32_t> rest_;  // from each cell to the end; made on the first change
  bool has_rest_ = false;
  std::vector<Step> steps_;
  std::vector<std::uint32_t> changed_[2];
};

}  // namespace unspin
