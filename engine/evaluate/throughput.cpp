#include "engine/evaluate/throughput.hpp"

namespace unspin {

Spread Throughput::pairs_per_second() const {
  std::vector<double> rates;
  rates.reserve(seconds.size());
  for (const double s : seconds) {
    rates.push_back(static_cast<double>(pairs) * static_cast<double>(passes) / s);
  }
  return spread_of(rates);
}

double Throughput::bytes_per_second() const {
  return pairs_per_second().median * static_cast<double>(bytes) / static_cast<double>(pairs);
}

double ThroughputOfSet::speed_up(const Throughput& figure) const {
  if (figure.what == Timed::threads) {
    for (const Throughput& other : figures) {
      if (other.what == Timed::threads && other.threads == 1) {
        return figure.pairs_per_second().median / other.pairs_per_second().median;
      }
    }
  }
  return no_value;
}

}  // namespace unspin
