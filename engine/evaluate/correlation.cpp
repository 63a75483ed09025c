#include "engine/evaluate/correlation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace unspin {
namespace {

using Counts = std::vector<std::uint64_t>;

/// Rows by value; rows of one value stay in their order.
std::vector<std::uint32_t> order_by(std::span<const double> values) {
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t row) { return values[row]; });
  return order;
}

/// The level of each row's value, and how many levels there are.
std::size_t find_levels(std::span<const double> values, std::span<const std::uint32_t> order,
                        std::vector<std::uint32_t>& levels) {
  levels.resize(values.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    count += i == 0 || values[order[i]] != values[order[i - 1]] ? 1u : 0u;
    levels[order[i]] = static_cast<std::uint32_t>(count - 1);
  }
  return count;
}

double quotient(double covariance, double x_variance, double y_variance) {
  // Two roots, since the product of the variances may be too large or too small for a double.
  const double value = covariance / std::sqrt(x_variance) / std::sqrt(y_variance);
  return std::clamp(value, -1.0, 1.0);
}

double pearson(const Counts& count, std::span<const double> x, std::span<const double> y) {
  double rows = 0;
  double x_sum = 0;
  double y_sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto times = static_cast<double>(count[i]);
    rows += times;
    x_sum += times * x[i];
    y_sum += times * y[i];
  }
  const double x_mean = x_sum / rows;
  const double y_mean = y_sum / rows;
  double covariance = 0;
  double x_variance = 0;
  double y_variance = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto times = static_cast<double>(count[i]);
    const double x_off = x[i] - x_mean;
    const double y_off = y[i] - y_mean;
    covariance += times * x_off * y_off;
    x_variance += times * x_off * x_off;
    y_variance += times * y_off * y_off;
  }
  return quotient(covariance, x_variance, y_variance);
}

/// Twice the distance of each level's mid-rank from the middle, a whole number; and the sum of
/// their squares over all rows.
double find_ranks(const Counts& total, std::uint64_t rows, std::vector<double>& ranks) {
  ranks.resize(total.size());
  std::uint64_t below = 0;
  double squares = 0;
  for (std::size_t level = 0; level < total.size(); ++level) {
    ranks[level] = static_cast<double>(2 * below + total[level]) - static_cast<double>(rows);
    squares += static_cast<double>(total[level]) * ranks[level] * ranks[level];
    below += total[level];
  }
  return squares;
}

std::uint64_t pairs_of(std::uint64_t rows) { return rows < 2 ? 0 : rows * (rows - 1) / 2; }

std::uint64_t tied_pairs(const Counts& total) {
  std::uint64_t pairs = 0;
  for (const std::uint64_t rows : total) {
    pairs += pairs_of(rows);
  }
  return pairs;
}

bool is_constant(const Counts& total) {
  return std::ranges::count_if(total, [](std::uint64_t rows) { return rows > 0; }) < 2;
}

/// Sums of the first levels, kept up to date (Fenwick 1994).
class RunningTotals {
 public:
  RunningTotals(std::size_t levels, Counts& memory) : tree_(memory) { tree_.assign(levels + 1, 0); }

  void add(std::size_t level, std::uint64_t rows) {
    for (std::size_t i = level + 1; i < tree_.size(); i += i & (~i + 1)) {
      tree_[i] += rows;
    }
  }
  std::uint64_t below(std::size_t level) const {
    std::uint64_t sum = 0;
    for (std::size_t i = level; i > 0; i &= i - 1) {
      sum += tree_[i];
    }
    return sum;
  }

 private:
  Counts& tree_;
};

/// Pairs in the same order less those in opposite order, of rows that ascend by x.
double concordance(const Counts& count, std::span<const std::uint32_t> x_level,
                   std::span<const std::uint32_t> y_level, std::size_t y_levels, Counts& memory) {
  RunningTotals seen(y_levels, memory);
  std::uint64_t all_seen = 0;
  std::int64_t sum = 0;
  for (std::size_t begin = 0, end = 0; begin < x_level.size(); begin = end) {
    for (; end < x_level.size() && x_level[end] == x_level[begin]; ++end) {
      if (count[end] > 0) {
        const std::uint64_t less = seen.below(y_level[end]);
        const std::uint64_t greater = all_seen - seen.below(y_level[end] + 1);
        sum += static_cast<std::int64_t>(count[end]) *
               (static_cast<std::int64_t>(less) - static_cast<std::int64_t>(greater));
      }
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (count[i] > 0) {
        seen.add(y_level[i], count[i]);
        all_seen += count[i];
      }
    }
  }
  return static_cast<double>(sum);
}

}  // namespace

CorrelatedRows::CorrelatedRows(std::span<const double> x, std::span<const double> y) {
  std::vector<std::uint32_t> y_order = order_by(y);
  order_ = order_by(x);
  std::vector<std::uint32_t> x_level;
  std::vector<std::uint32_t> y_level;
  x_levels_ = find_levels(x, order_, x_level);
  y_levels_ = find_levels(y, y_order, y_level);
  if (y_levels_ > x_levels_) {  // the running totals are kept of y; all correlations are symmetric
    std::swap(x, y);
    std::swap(order_, y_order);
    std::swap(x_level, y_level);
    std::swap(x_levels_, y_levels_);
  }
  for (const std::uint32_t row : order_) {
    x_.push_back(x[row]);
    y_.push_back(y[row]);
    x_level_.push_back(x_level[row]);
    y_level_.push_back(y_level[row]);
  }
}

Correlations CorrelatedRows::all() const {
  Scratch scratch;
  return counted(std::vector<std::uint32_t>(size(), 1), scratch);
}

Correlations CorrelatedRows::counted(std::span<const std::uint32_t> counts,
                                     Scratch& scratch) const {
  scratch.count.resize(size());
  scratch.x_total.assign(x_levels_, 0);
  scratch.y_total.assign(y_levels_, 0);
  std::uint64_t rows = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    const std::uint64_t times = counts[order_[i]];
    scratch.count[i] = times;
    scratch.x_total[x_level_[i]] += times;
    scratch.y_total[y_level_[i]] += times;
    rows += times;
  }
  if (is_constant(scratch.x_total) || is_constant(scratch.y_total)) {
    return {};
  }
  Correlations correlations{.pearson = pearson(scratch.count, x_, y_)};

  const double x_squares = find_ranks(scratch.x_total, rows, scratch.x_rank);
  const double y_squares = find_ranks(scratch.y_total, rows, scratch.y_rank);
  double products = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    products += static_cast<double>(scratch.count[i]) * scratch.x_rank[x_level_[i]] *
                scratch.y_rank[y_level_[i]];
  }
  correlations.spearman = quotient(products, x_squares, y_squares);

  const std::uint64_t pairs = pairs_of(rows);
  correlations.kendall =
      quotient(concordance(scratch.count, x_level_, y_level_, y_levels_, scratch.tree),
               static_cast<double>(pairs - tied_pairs(scratch.x_total)),
               static_cast<double>(pairs - tied_pairs(scratch.y_total)));
  return correlations;
}

}  // namespace unspin
