// How well two columns of figures agree, as a metric with the scores that people gave: Pearson's r
// for a straight line, Spearman's ρ and Kendall's τ for the order alone.
//
// A bootstrap asks for them a thousand times, of the same rows, each counting so many times. So the
// rows are sorted once, and every correlation is one of rows with counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/score/scorer.hpp"

namespace unspin {

/// Each −1 to 1; no_value where a column is the same in all rows, and of fewer than two rows.
struct Correlations {
  /// Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² · Σ (y − ȳ)²) (Pearson 1895); the means are taken first.
  double pearson = no_value;
  /// Pearson's of the ranks; equal values share the mean of their ranks (Spearman 1904).
  double spearman = no_value;
  /// τ-b (Kendall 1945): (pairs in the same order − pairs in opposite order) over
  /// √((pairs − those tied in x) · (pairs − those tied in y)). Whole numbers up to the last step.
  double kendall = no_value;
};

/// Rows with two figures. Its values are those of scipy.stats 1.10 (pearsonr, spearmanr,
/// kendalltau) but for rounding.
class CorrelatedRows {
 public:
  /// As many of `x` as of `y`, all finite. Linearithmic.
  CorrelatedRows(std::span<const double> x, std::span<const double> y);

  std::size_t size() const { return order_.size(); }

  /// What one thread works with.
  struct Scratch {
    std::vector<std::uint64_t> count, x_total, y_total, tree;
    std::vector<double> x_rank, y_rank;
  };

  /// Of all rows, once each.
  Correlations all() const;

  /// As if row i stood there counts[i] times; as many counts as rows, adding up to at most 2³¹.
  /// O(n · log k), where k is the number of different values of the column that has fewer of them.
  Correlations counted(std::span<const std::uint32_t> counts, Scratch& scratch) const;

 private:
  std::vector<std::uint32_t> order_;  // rows, ascending by x
  // By place in that order. A level is the rank of a value among the different ones.
  std::vector<double> x_, y_;
  std::vector<std::uint32_t> x_level_, y_level_;
  std::size_t x_levels_ = 0, y_levels_ = 0;
};

}  // namespace unspin
