#include "engine/kernel/common_ends.hpp"

#include <algorithm>

namespace unspin {

void strip_common_ends(TokenSpan& a, TokenSpan& b) {
  const std::size_t most = std::min(a.size(), b.size());
  const auto front = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(most), b.begin()).first -
      a.begin());
  a = a.subspan(front);
  b = b.subspan(front);
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a = a.first(a.size() - 1);
    b = b.first(b.size() - 1);
  }
}

}  // namespace unspin
