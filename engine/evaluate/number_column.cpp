#include "engine/evaluate/number_column.hpp"

#include <cmath>
#include <limits>

namespace unspin {
namespace {

/// Not −0 either, which would come back as 0.
bool is_small(double number) {
  return number >= 0 && number <= std::numeric_limits<std::uint16_t>::max() &&
         number == std::floor(number) && !std::signbit(number);
}

}  // namespace

void NumberColumn::push_back(double number) {
  if (any_.empty() && small_.empty() && is_small(number) && number == 0) {
    ++size_;
    return;
  }
  if (any_.empty() && is_small(number)) {
    small_.resize(size_);
    small_.push_back(static_cast<std::uint16_t>(number));
  } else {
    if (any_.empty()) {
      any_.assign(small_.begin(), small_.end());
      any_.resize(size_);
      small_ = {};
    }
    any_.push_back(number);
  }
  ++size_;
}

double NumberColumn::operator[](std::size_t row) const {
  return !any_.empty() ? any_[row] : !small_.empty() ? small_[row] : 0;
}

double NumberColumn::sum(std::span<const std::uint32_t> counts) const {
  if (any_.empty()) {
    std::uint64_t sum = 0;
    for (std::size_t row = 0; row < small_.size(); ++row) {
      sum += std::uint64_t{counts[row]} * small_[row];
    }
    return static_cast<double>(sum);
  }
  double sum = 0;
  for (std::size_t row = 0; row < any_.size(); ++row) {
    sum += counts[row] * any_[row];
  }
  return sum;
}

}  // namespace unspin
