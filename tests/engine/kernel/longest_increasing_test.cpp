#include "engine/kernel/longest_increasing.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace unspin {
namespace {

using Places = std::vector<std::size_t>;

Places places(std::vector<std::uint32_t> values) { return longest_increasing(values); }

TEST(LongestIncreasing, IsTheWholeOfWhatRises) {
  EXPECT_EQ(places({}), Places{});
  EXPECT_EQ(places({7}), Places{0});
  EXPECT_EQ(places({1, 5, 9}), (Places{0, 1, 2}));
}

TEST(LongestIncreasing, LeavesOutWhatStandsInTheWay) {
  EXPECT_EQ(places({4, 5, 6, 1, 2, 7}), (Places{0, 1, 2, 5}));
  EXPECT_EQ(places({3, 2, 1}).size(), 1u);
  EXPECT_EQ(places({2, 2, 2}).size(), 1u);  // strictly
}

TEST(LongestIncreasing, IsAsLongAsTryingAllSubsequencesFinds) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::uint32_t> values(random() % 10);
    std::ranges::generate(values, [&] { return static_cast<std::uint32_t>(random() % 8); });
    std::size_t longest = 0;
    for (unsigned chosen = 0; chosen < 1u << values.size(); ++chosen) {
      std::vector<std::uint32_t> run;
      for (std::size_t i = 0; i < values.size(); ++i) {
        if ((chosen >> i & 1u) != 0) {
          run.push_back(values[i]);
        }
      }
      if (std::ranges::adjacent_find(run, std::greater_equal{}) == run.end()) {
        longest = std::max(longest, run.size());
      }
    }
    const Places found = longest_increasing(values);
    EXPECT_EQ(found.size(), longest);
    for (std::size_t k = 1; k < found.size(); ++k) {
      EXPECT_LT(found[k - 1], found[k]);
      EXPECT_LT(values[found[k - 1]], values[found[k]]);
    }
  }
}

}  // namespace
}  // namespace unspin
