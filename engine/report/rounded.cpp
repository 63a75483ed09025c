#include "engine/report/rounded.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace unspin {
namespace {

/// To so many significant digits.
double cut(double value, int digits) {
  if (value == 0) {
    return 0;
  }
  const double unit = std::pow(10, std::floor(std::log10(value)) + 1 - digits);
  return std::round(value / unit) * unit;
}

/// With the digits behind the point that three significant ones leave.
std::string plain(double value) {
  const int before = value > 0 ? static_cast<int>(std::floor(std::log10(value))) + 1 : 1;
  return fmt::format("{:.{}f}", value, std::clamp(3 - before, 0, 6));
}

}  // namespace

std::string rounded(double value) {
  if (!std::isfinite(value)) {
    return "–";
  }
  std::string digits = plain(cut(value, 3));
  for (std::size_t at = std::min(digits.find('.'), digits.size()); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string shortly(double value) {
  const double seen = cut(value, value < 1000 ? 3 : 2);
  for (const auto& [unit, name] : {std::pair(1e9, "G"), std::pair(1e6, "M"), std::pair(1e3, "k")}) {
    if (seen >= unit) {
      return fmt::format("{:g}{}", seen / unit, name);
    }
  }
  return fmt::format("{:g}", seen);
}

}  // namespace unspin
