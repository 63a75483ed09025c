// What the edit distances share: 1 − d / m, with d the distance and m the most that it can be
// between texts of these lengths. Two empty texts are the same text: 1. RapidFuzz's
// normalized_similarity, operation by operation.
#pragma once

#include "engine/score/scorer.hpp"

namespace unspin::normalised_distance {

inline constexpr Statistic statistics[] = {{"distance"}, {"length"}};
enum Layout { distance, length };

inline void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[length] > 0 ? 1 - stats[distance] / stats[length] : 1;
}

}  // namespace unspin::normalised_distance
