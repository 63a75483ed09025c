// The expected sums and means are those of NumPy 1.24.2 and Python 3.11's statistics.mean.
#include "engine/evaluate/significance.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <random>

#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

/// Tenths in no order, which no sum of doubles has exactly.
std::vector<double> tenths(std::size_t count) {
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) {
    values.push_back(static_cast<double>(i * 7919 % 1009) / 10.0);
  }
  return values;
}

TEST(PairwiseSum, IsNumPys) {
  EXPECT_EQ(pairwise_sum(tenths(5)), 250.59999999999997);
  EXPECT_EQ(pairwise_sum(tenths(9)), 458.19999999999993);
  EXPECT_EQ(pairwise_sum(tenths(100)), 5085.9);
  EXPECT_EQ(pairwise_sum(tenths(129)), 6568.5);
  EXPECT_EQ(pairwise_sum(tenths(1000)), 50467.8);
  EXPECT_EQ(pairwise_sum(tenths(3004)), 151465.9);
}

TEST(ExactMean, IsRoundedOnce) {
  EXPECT_EQ(exact_mean(std::vector<double>(10, 0.1)), 0.1);
  EXPECT_EQ(exact_mean(std::vector{0.1, 0.2, 0.3}), 0.2);
  EXPECT_EQ(exact_mean(std::vector{1e16, 1.0, -1e16}), 1.0 / 3);
  EXPECT_EQ(exact_mean(std::vector{-0.1, -0.2, -0.4}), -0.23333333333333334);
  EXPECT_EQ(exact_mean(std::vector{0.0, 0.0}), 0.0);
}

TEST(ExactMean, KnowsTheEndsOfTheRange) {
  constexpr double most = std::numeric_limits<double>::max();
  constexpr double least = std::numeric_limits<double>::denorm_min();
  EXPECT_EQ(exact_mean(std::vector{most, most}), most);
  EXPECT_EQ(exact_mean(std::vector{least}), least);
  EXPECT_EQ(exact_mean(std::vector{least, 0.0}), 0.0) << "a half, to the even one";
  EXPECT_EQ(exact_mean(std::vector{3 * least, 0.0}), 2 * least) << "a half, to the even one";
  EXPECT_EQ(exact_mean(std::vector{least, least, 0.0}), least);
  EXPECT_EQ(exact_mean(std::vector{most, -most, least}), 0.0);
}

TEST(ExactMean, OfEqualNumbersIsThatNumber) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> anything(-1000, 1000);
  for (std::size_t count = 1; count < 50; ++count) {
    const double value = anything(random);
    EXPECT_EQ(exact_mean(std::vector<double>(count, value)), value);
  }
}

// Of 1,000 scores the 26th and the 975th.
TEST(Interval, LeavesOutAFortiethOnEitherSide) {
  std::vector<double> scores;
  for (int i = 999; i >= 0; --i) {
    scores.push_back(i);
  }
  const Interval interval = interval_of(scores, Mean::exact);
  EXPECT_EQ(interval.mean, 499.5);
  EXPECT_EQ(interval.half_width, (974 - 25) / 2.0);
}

TEST(Interval, OfFewScoresIsAllOfThem) {
  EXPECT_EQ(interval_of({1, 2, 5}, Mean::pairwise).half_width, 2);
}

TEST(Interval, IsUnknownIfAScoreIs) {
  EXPECT_TRUE(std::isnan(interval_of({1, no_value}, Mean::exact).mean));
  EXPECT_TRUE(std::isnan(interval_of({1, no_value}, Mean::exact).half_width));
}

// The differences are 1, 1, 1 and 5: less their mean, −1, −1, −1 and 3. One is above 2.
TEST(PairedBootstrap, CountsDifferencesBeyondTheRealOne) {
  const std::vector<double> baseline{1, 2, 3, 4};
  const std::vector<double> system{2, 1, 4, 9};
  EXPECT_EQ(paired_bootstrap_p(baseline, system, 2), 2.0 / 5);
  EXPECT_EQ(paired_bootstrap_p(baseline, system, 3), 1.0 / 5) << "as large is not larger";
}

TEST(Randomisation, CountsDifferencesBeyondTheRealOne) {
  EXPECT_EQ(randomisation_p(std::vector{0.0, 1.0, 2.0, 3.0}, 1), 3.0 / 5);
  EXPECT_EQ(randomisation_p(std::vector{0.0, 0.0}, 0), 1.0 / 3);
  EXPECT_TRUE(std::isnan(randomisation_p(std::vector{no_value}, 0)));
}

}  // namespace
}  // namespace unspin
