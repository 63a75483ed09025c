// Jaro and Jaro-Winkler by looking at every pair of characters within the window.
//
//   jaro         = (m / |source| + m / |rewrite| + (m - t) / m) / 3
//   jaro_winkler = jaro + 0.1 * p * (1 - jaro) if jaro > 0.7, p the common prefix up to 4
//
// M. Jaro, "Advances in record-linkage methodology", 1989. W. Winkler, "String comparator metrics
// and enhanced decision rules", 1990.
#include <algorithm>

#include "tests/reference/oracles.hpp"

namespace unspin::reference {

double jaro(const std::string& source, const std::string& rewrite) {
  if (source.empty() && rewrite.empty()) {
    return 1.0;
  }
  const std::size_t half = std::max(source.size(), rewrite.size()) / 2;
  const std::size_t reach = half > 0 ? half - 1 : 0;
  std::vector<bool> taken(source.size(), false);
  std::string of_source, of_rewrite;
  for (std::size_t j = 0; j < rewrite.size(); ++j) {
    for (std::size_t i = 0; i < source.size(); ++i) {
      const std::size_t apart = std::max(i, j) - std::min(i, j);
      if (!taken[i] && apart <= reach && source[i] == rewrite[j]) {
        taken[i] = true;
        of_rewrite += rewrite[j];
        break;
      }
    }
  }
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (taken[i]) {
      of_source += source[i];
    }
  }
  if (of_source.empty()) {
    return 0.0;
  }
  std::size_t out_of_order = 0;
  for (std::size_t k = 0; k < of_source.size(); ++k) {
    out_of_order += of_source[k] != of_rewrite[k] ? 1u : 0u;
  }
  const auto m = static_cast<double>(of_source.size());
  const auto t = static_cast<double>(out_of_order / 2);
  return (m / static_cast<double>(source.size()) + m / static_cast<double>(rewrite.size()) +
          (m - t) / m) /
         3.0;
}

double jaro_winkler(const std::string& source, const std::string& rewrite, double prefix_weight) {
  const double similarity = jaro(source, rewrite);
  if (similarity <= 0.7) {
    return similarity;
  }
  std::size_t prefix = 0;
  while (prefix < 4 && prefix < source.size() && prefix < rewrite.size() &&
         source[prefix] == rewrite[prefix]) {
    ++prefix;
  }
  return std::min(similarity + static_cast<double>(prefix) * prefix_weight * (1.0 - similarity),
                  1.0);
}

}  // namespace unspin::reference
