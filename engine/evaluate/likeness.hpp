// How alike two lines are, roughly and in any language: to tell which lines of two files belong
// together, never to score.
#pragma once

#include <string_view>

namespace unspin {

/// Dice's coefficient of the lines' runs of five bytes, 0–1; of shorter lines 1 if they are equal,
/// else 0. Linearithmic.
double likeness(std::string_view one, std::string_view other);

}  // namespace unspin
