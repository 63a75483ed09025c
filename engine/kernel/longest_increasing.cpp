#include "engine/kernel/longest_increasing.hpp"

#include <algorithm>

namespace unspin {

std::vector<std::size_t> longest_increasing(std::span<const std::uint32_t> values) {
  std::vector<std::size_t> tails;  // by length: where the least last value of such a run stands
  std::vector<std::size_t> before(values.size(), values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto is_below = [&](std::size_t t, std::uint32_t value) { return values[t] < value; };
    const bool goes_on = tails.empty() || is_below(tails.back(), values[i]);  // as most do
    const auto at =
        goes_on ? tails.end() : std::lower_bound(tails.begin(), tails.end(), values[i], is_below);
    if (at != tails.begin()) {
      before[i] = *(at - 1);
    }
    if (at == tails.end()) {
      tails.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<std::size_t> places(tails.size());
  for (std::size_t k = tails.size(), i = tails.empty() ? 0 : tails.back(); k-- > 0; i = before[i]) {
    places[k] = i;
  }
  return places;
}

}  // namespace unspin
