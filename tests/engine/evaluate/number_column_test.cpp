#include "engine/evaluate/number_column.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace unspin {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

NumberColumn column_of(const std::vector<double>& numbers) {
  NumberColumn column;
  for (const double number : numbers) {
    column.push_back(number);
  }
  return column;
}

TEST(NumberColumn, GivesBackWhatItWasGiven) {
  for (const std::vector<double>& numbers : std::vector<std::vector<double>>{{},
                                                                             {0, 0, 0},
                                                                             {0, 0, 7, 0, 65535},
                                                                             {0, 7, 65536, 1},
                                                                             {0, 0, 0.5, 3, 0},
                                                                             {7, -1, 0},
                                                                             {0, -0.0, 1},
                                                                             {1, nan, 2}}) {
    const NumberColumn column = column_of(numbers);
    ASSERT_EQ(column.size(), numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      EXPECT_TRUE(column[i] == numbers[i] || (std::isnan(column[i]) && std::isnan(numbers[i])))
          << i;
      EXPECT_EQ(std::signbit(column[i]), std::signbit(numbers[i])) << i;
    }
  }
}

TEST(NumberColumn, AddsUpRowsThatCountSeveralTimes) {
  const std::vector<std::uint32_t> counts = {0, 1, 2, 3};
  EXPECT_EQ(column_of({0, 0, 0, 0}).sum(counts), 0);
  EXPECT_EQ(column_of({9, 1, 10, 100}).sum(counts), 321);
  EXPECT_EQ(column_of({9, 0.5, -1, 100'000}).sum(counts), 299'998.5);
}

}  // namespace
}  // namespace unspin
