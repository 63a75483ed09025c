// A sum of doubles without any rounding, and its quotient rounded once: what Python's fractions
// give. A double is a whole number of the smallest subnormal, 2⁻¹⁰⁷⁴, so that a sum is one long
// whole number; 2,176 bits hold any sum of up to 2⁶⁴ of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace unspin {

class ExactSum {
 public:
  /// Finite numbers only.
  void add(double value);

  /// sum / count, to the nearest double, ties to the even one. `count` is at least 1.
  double divided_by(std::uint64_t count) const;

 private:
  static constexpr std::size_t limbs = 34;
  /// In two's complement, the least significant limb first.
  std::array<std::uint64_t, limbs> units_{};
};

}  // namespace unspin
