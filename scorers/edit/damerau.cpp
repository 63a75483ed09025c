// Damerau–Levenshtein similarity: 1 − d / max(|source|, |rewrite|), with d the fewest insertions,
// deletions, substitutions and swaps of neighbouring code points; what was swapped may be edited
// again, so that "ca" → "abc" is 2 (osa: 3).
//
// Damerau 1964; Lowrance and Wagner 1975. In linear space: Zhao and Sahni 2019, "String correction
// using the Damerau–Levenshtein distance". RapidFuzz's DamerauLevenshtein.normalized_similarity, to
// the last bit.
#include <algorithm>
#include <numeric>

#include "engine/kernel/common_ends.hpp"
#include "scorers/edit/code_points.hpp"
#include "scorers/edit/normalised_distance.hpp"

namespace unspin {
namespace {

using namespace normalised_distance;

/// A cell costs as much as this many in the bit-parallel tables that Limits::edit_cells is about.
constexpr std::uint64_t cost_of_cell = 64;

/// The columns of each row that a way of at most `bound` edits can pass: it needs as many
/// insertions or deletions as it leaves the diagonal by, and as many to come back (Ukkonen 1985).
/// And one more to each side, where the matches are that a swap is made of.
class Band {
 public:
  /// Of |rows| ≤ |columns|, with a bound that is at least their difference.
  Band(std::size_t rows, std::size_t columns, std::size_t bound)
      : columns_(static_cast<std::uint32_t>(columns)),
        left_(static_cast<std::uint32_t>((bound - (columns - rows)) / 2 + 1)),
        right_(static_cast<std::uint32_t>(columns - rows) + left_) {}

  std::uint32_t first(std::uint32_t row) const { return row > left_ ? row - left_ : 1; }
  std::uint32_t last(std::uint32_t row) const { return std::min(columns_, row + right_); }
  std::uint64_t width() const { return std::min(columns_, left_ + right_ + 1); }

 private:
  std::uint32_t columns_, left_, right_;
};

/// The table H of distances between the beginnings of two texts, a row at a time. Keeps its memory;
/// one per thread.
///
/// A swap ends in (i, j) if a_i last stood in b at column l < j, and b_j last stood in a at row
/// k < i: H(k−1, l−1), what is deleted between them, one, and what is inserted. Only with l = j−1
/// or k = i−1 can it be shorter than a way without, and what each needs of earlier rows is one
/// number, kept when it comes by: for each column the cell above and two to the left of its last
/// match, for the row the cell two above and one to the left of its last match.
///
/// The cells beside the band count as infinite.
class DistanceTable {
 public:
  /// Of an `a` that is not longer than `b`, within this band. O(|a| · width) time, O(|b|) memory.
  std::uint32_t distance(TokenSpan a, TokenSpan b, const Band& band) {
    number_tokens(a, b);
    infinite_ = static_cast<std::uint32_t>(a.size() + b.size() + 1);
    before_match_.assign(b.size() + 2, infinite_);
    above_.assign(b.size() + 2, infinite_);
    row_.assign(b.size() + 2, infinite_);
    // A column's place is one more than its number: there is one before the table, as there is a
    // row before it, infinite both.
    std::iota(row_.begin() + 1, row_.begin() + static_cast<std::ptrdiff_t>(band.last(0)) + 2, 0u);
    for (std::uint32_t i = 1; i <= a_.size(); ++i) {
      std::swap(row_, above_);
      fill_row(i, band.first(i), band.last(i));
      last_row_[a_[i - 1]] = i;
    }
    return row_.back();
  }

 private:
  /// The tokens of `a` numbered from 0; what is in `b` alone has one number for all.
  void number_tokens(TokenSpan a, TokenSpan b) {
    distinct_.assign(a.begin(), a.end());
    std::ranges::sort(distinct_);
    distinct_.erase(std::unique(distinct_.begin(), distinct_.end()), distinct_.end());
    const auto number = [&](std::uint32_t token) {
      const auto found = std::ranges::lower_bound(distinct_, token);
      const bool is_known = found != distinct_.end() && *found == token;
      return static_cast<std::uint32_t>((is_known ? found : distinct_.end()) - distinct_.begin());
    };
    a_.resize(a.size());
    b_.resize(b.size());
    std::ranges::transform(a, a_.begin(), number);
    std::ranges::transform(b, b_.begin(), number);
    last_row_.assign(distinct_.size() + 1, 0);
  }

  /// When it begins, row_ holds the row two above.
  void fill_row(std::uint32_t i, std::uint32_t first, std::uint32_t last) {
    std::uint32_t two_above_left = row_[first];
    row_[first] = first == 1 ? i : infinite_;
    row_[first - 1] = infinite_;
    std::uint32_t last_match = 0;
    std::uint32_t before_row_match = infinite_;
    for (std::uint32_t j = first; j <= last; ++j) {
      const bool is_match = a_[i - 1] == b_[j - 1];
      std::uint32_t least =
          std::min({above_[j] + (is_match ? 0 : 1), row_[j] + 1, above_[j + 1] + 1});
      if (is_match) {
        last_match = j;
        before_match_[j] = above_[j - 1];
        before_row_match = two_above_left;
      } else if (j - last_match == 1) {
        least = std::min(least, before_match_[j] + i - last_row_[b_[j - 1]]);
      } else if (i - last_row_[b_[j - 1]] == 1) {
        least = std::min(least, before_row_match + j - last_match);
      }
      two_above_left = row_[j + 1];
      row_[j + 1] = least;
    }
  }

  TokenIds distinct_, a_, b_;
  std::uint32_t infinite_ = 0;
  std::vector<std::uint32_t> above_, row_;   // the last two rows
  std::vector<std::uint32_t> before_match_;  // by column
  std::vector<std::uint32_t> last_row_;      // by token, 0: none yet
};

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  thread_local DistanceTable table;
  TokenSpan a = pair.tokens(code_points, TextIndex::source);
  TokenSpan b = pair.tokens(code_points, TextIndex::rewrite);
  const std::size_t longer = std::max(a.size(), b.size());
  strip_common_ends(a, b);
  if (a.size() > b.size()) {
    std::swap(a, b);
  }
  if (a.size() * b.size() > pair.limits().edit_cells) {
    return Measured::over_budget;
  }
  const std::size_t bound = pair.bit_parallel().optimal_string_alignment(a, b);
  const Band band(a.size(), b.size(), bound);
  if (a.size() * band.width() * cost_of_cell > pair.limits().edit_cells) {
    return Measured::over_budget;
  }
  out[length] = static_cast<double>(longer);
  out[distance] = a.empty() ? static_cast<double>(b.size()) : table.distance(a, b, band);
  return Measured::done;
}

}  // namespace

extern constinit const Scorer damerau_scorer{
    .info = {.name = "damerau",
             .family = Family::edit,
             .summary = "as osa; what was swapped may be edited again",
             .source = "Damerau 1964; RapidFuzz",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .symmetric = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "1 − d / length of the longer text, with d the fewest insertions, "
                           "deletions, substitutions and swaps of neighbouring code points; "
                           "what was swapped may be edited again.",
             .cost = "time O(m · n), memory O(m + n)",
             .example = {"ca", "abc", 1 - 2.0 / 3}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
