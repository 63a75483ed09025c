#include "engine/report/rate_decades.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unspin {

double RateDecades::share(double rate) const {
  return std::clamp((std::log10(rate) - least) / (most - least), 0., 1.);
}

RateDecades rate_decades(std::span<const ThroughputOfSet> sets) {
  double slowest = std::numeric_limits<double>::infinity();
  double fastest = 0;
  for (const ThroughputOfSet& set : sets) {
    for (const Throughput& figure : set.figures) {
      if (figure.is_measured) {
        slowest = std::min(slowest, figure.pairs_per_second().least);
        fastest = std::max(fastest, figure.pairs_per_second().most);
      }
    }
  }
  RateDecades decades;
  if (fastest > 0) {
    decades.least = static_cast<int>(std::floor(std::log10(slowest)));
    decades.most = std::max(static_cast<int>(std::ceil(std::log10(fastest))), decades.least + 1);
  }
  return decades;
}

}  // namespace unspin
