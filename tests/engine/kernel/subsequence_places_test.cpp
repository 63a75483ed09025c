#include "engine/kernel/subsequence_places.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace unspin {
namespace {

using Tokens = std::vector<std::uint32_t>;

std::vector<std::size_t> places(const Tokens& text, const Tokens& other) {
  SubsequencePlaces finder;
  finder.set_text(text);
  std::vector<bool> is_common(text.size(), false);
  finder.mark(other, is_common);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_common[i]) {
      found.push_back(i);
    }
  }
  return found;
}

/// The same from a whole table.
std::vector<std::size_t> places_by_table(const Tokens& text, const Tokens& other) {
  std::vector<std::vector<std::size_t>> lcs(text.size() + 1,
                                            std::vector<std::size_t>(other.size() + 1, 0));
  for (std::size_t i = 1; i <= text.size(); ++i) {
    for (std::size_t j = 1; j <= other.size(); ++j) {
      lcs[i][j] = text[i - 1] == other[j - 1] ? lcs[i - 1][j - 1] + 1
                                              : std::max(lcs[i - 1][j], lcs[i][j - 1]);
    }
  }
  std::vector<std::size_t> found;
  for (std::size_t i = text.size(), j = other.size(); i > 0 && j > 0;) {
    if (text[i - 1] == other[j - 1]) {
      found.insert(found.begin(), i - 1);
      --i;
      --j;
    } else if (lcs[i][j - 1] > lcs[i - 1][j]) {
      --j;
    } else {
      --i;
    }
  }
  return found;
}

TEST(SubsequencePlaces, AreOfTheSubsequenceFoundFromTheEnds) {
  EXPECT_EQ(places({1, 2, 3}, {2, 3}), (std::vector<std::size_t>{1, 2}));
  EXPECT_EQ(places({1, 2}, {2, 1}), (std::vector<std::size_t>{0}))
      << "the text's end is passed over";
  EXPECT_EQ(places({1, 1, 1}, {1}), (std::vector<std::size_t>{2}));
  EXPECT_TRUE(places({1, 2}, {3}).empty());
  EXPECT_TRUE(places({}, {3}).empty());
  EXPECT_TRUE(places({1}, {}).empty());
}

TEST(SubsequencePlaces, LeaveWhatIsMarkedMarked) {
  SubsequencePlaces finder;
  finder.set_text(Tokens{5, 6, 7});
  std::vector<bool> is_common(3, false);
  finder.mark(Tokens{5}, is_common);
  finder.mark(Tokens{7}, is_common);
  EXPECT_EQ(is_common, (std::vector<bool>{true, false, true}));
}

/// Over one machine word and more, frequent tokens and rare ones, and so many columns that not all
/// are kept.
TEST(SubsequencePlaces, AgreeWithAWholeTable) {
  std::mt19937_64 random(1);
  for (const std::size_t length : {5u, 63u, 64u, 65u, 200u}) {
    for (const std::size_t other : {7u, 150u, 2500u}) {
      for (const std::size_t distinct : {2u, 12u, 200u}) {
        Tokens a(length);
        Tokens b(other);
        std::ranges::generate(a, [&] { return static_cast<std::uint32_t>(random() % distinct); });
        std::ranges::generate(b, [&] { return static_cast<std::uint32_t>(random() % distinct); });
        EXPECT_EQ(places(a, b), places_by_table(a, b)) << length << " " << other << " " << distinct;
      }
    }
  }
}

}  // namespace
}  // namespace unspin
