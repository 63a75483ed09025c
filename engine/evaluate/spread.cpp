#include "engine/evaluate/spread.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace unspin {
namespace {

double quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

Spread spread_of(std::span<const double> values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  return {.least = sorted.front(),
          .lower_quartile = quantile(sorted, .25),
          .median = quantile(sorted, .5),
          .upper_quartile = quantile(sorted, .75),
          .most = sorted.back()};
}

}  // namespace unspin
