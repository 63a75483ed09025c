// A logarithmic axis for rates that lie orders of magnitude apart.
#pragma once

#include <span>

#include "engine/evaluate/throughput.hpp"

namespace unspin {

/// Powers of ten around the rates of figures.
struct RateDecades {
  int least = 0, most = 1;  ///< exponents; least < most

  /// Where a rate lies between the two, 0 to 1.
  double share(double rate) const;
};

/// Around everything that was measured on these sets, slowest and fastest repetitions included.
RateDecades rate_decades(std::span<const ThroughputOfSet> sets);

}  // namespace unspin
