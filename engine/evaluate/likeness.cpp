#include "engine/evaluate/likeness.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace unspin {
namespace {

constexpr std::size_t run_bytes = 5;

std::vector<std::uint64_t> sorted_runs(std::string_view line) {
  std::vector<std::uint64_t> runs;
  for (std::size_t at = 0; at + run_bytes <= line.size(); ++at) {
    std::uint64_t run = 0;
    for (const char byte : line.substr(at, run_bytes)) {
      run = run << 8 | static_cast<unsigned char>(byte);
    }
    runs.push_back(run);
  }
  std::ranges::sort(runs);
  return runs;
}

}  // namespace

double likeness(std::string_view one, std::string_view other) {
  const std::vector<std::uint64_t> a = sorted_runs(one);
  const std::vector<std::uint64_t> b = sorted_runs(other);
  if (a.empty() || b.empty()) {
    return one == other ? 1 : 0;
  }
  std::vector<std::uint64_t> common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  return 2 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

}  // namespace unspin
