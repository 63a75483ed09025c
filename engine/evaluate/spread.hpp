// What repeated measurements say together: the middle, and how far they lie apart.
#pragma once

#include <span>

namespace unspin {

struct Spread {
  double least = 0, lower_quartile = 0, median = 0, upper_quartile = 0, most = 0;
};

/// Quartiles lie between the two nearest values in proportion (Hyndman and Fan 1996, type 7, as
/// NumPy and R have it by default). There is at least one value, and none is NaN. Linearithmic.
Spread spread_of(std::span<const double> values);

}  // namespace unspin
