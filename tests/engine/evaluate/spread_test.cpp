// Median and quartiles, as NumPy has them.
#include "engine/evaluate/spread.hpp"

#include <gtest/gtest.h>
#include <vector>

namespace unspin {
namespace {

TEST(Spread, OfFiveIsFiveValues) {
  const Spread spread = spread_of(std::vector<double>{5, 1, 4, 2, 3});
  EXPECT_EQ(spread.least, 1);
  EXPECT_EQ(spread.lower_quartile, 2);
  EXPECT_EQ(spread.median, 3);
  EXPECT_EQ(spread.upper_quartile, 4);
  EXPECT_EQ(spread.most, 5);
}

// numpy.quantile([1, 2, 4, 8], [.25, .5, .75])
TEST(Spread, LiesBetweenNeighbours) {
  const Spread spread = spread_of(std::vector<double>{8, 4, 2, 1});
  EXPECT_EQ(spread.lower_quartile, 1.75);
  EXPECT_EQ(spread.median, 3);
  EXPECT_EQ(spread.upper_quartile, 5);
}

TEST(Spread, OfOneIsNone) {
  const Spread spread = spread_of(std::vector<double>{7});
  EXPECT_EQ(spread.least, 7);
  EXPECT_EQ(spread.median, 7);
  EXPECT_EQ(spread.most, 7);
}

}  // namespace
}  // namespace unspin
