// A figure of each of many rows, kept small: most figures that metrics add up are whole numbers
// below 65,536, and many columns are 0 throughout.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace unspin {

/// Takes nothing a row while all its numbers are 0, then two bytes, and eight from the first number
/// on that is not a whole one from 0 to 65,535.
class NumberColumn {
 public:
  void push_back(double number);
  std::size_t size() const { return size_; }
  double operator[](std::size_t row) const;

  /// Σ counts[row] · number, as many counts as rows. Exact for whole numbers, else summed from the
  /// first row to the last.
  double sum(std::span<const std::uint32_t> counts) const;

 private:
  std::size_t size_ = 0;
  // Only one has numbers: all rows' or, if every number is 0, none has.
  std::vector<std::uint16_t> small_;
  std::vector<double> any_;
};

}  // namespace unspin
