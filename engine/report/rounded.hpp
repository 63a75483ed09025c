// Numbers that a person compares: as many digits as mean something.
#pragma once

#include <string>

namespace unspin {

/// Three significant digits and commas between thousands: 0.0123, 4.56, 78.9, 12,300. Not negative;
/// – for what is not finite.
std::string rounded(double value);

/// Short, for marks on an axis and in pictures: 950, 1k, 20k, 3.5M. Two significant digits from
/// 1,000 on, three below. Not negative.
std::string shortly(double value);

}  // namespace unspin
