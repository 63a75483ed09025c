// The colours of sets of pairs in pictures: Okabe and Ito's, which the colour-blind can tell apart,
// in an order in which neighbours differ in grey, too.
#pragma once

#include <cstddef>

#include "engine/report/html_text.hpp"

namespace unspin {

constexpr Markup colour_of_set(std::size_t set) {
  constexpr Markup colours[] = {"#0072b2", "#e69f00", "#009e73", "#cc79a7"};
  return colours[set % 4];
}

}  // namespace unspin
