// The longest run of numbers that rise, with gaps: what of a reordered sequence is still in order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace unspin {

/// Places in `values` of a longest strictly increasing subsequence, ascending. Linearithmic:
/// Schensted 1961, with patience sorting.
std::vector<std::size_t> longest_increasing(std::span<const std::uint32_t> values);

}  // namespace unspin
