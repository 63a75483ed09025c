#include <gtest/gtest.h>

#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

using testing::score_of;

TEST(TokenSortRatio, DoesNotKnowTheOrderOfWords) {
  EXPECT_LT(score_of("ratio", "new york mets", "mets new york").value, 100);
  EXPECT_EQ(score_of("token_sort_ratio", "new york mets", "mets new york").value, 100);
  EXPECT_EQ(score_of("token_sort_ratio", "  new\tyork ", "york\u3000new").value, 100);
}

TEST(TokenSortRatio, CountsRepeatedWords) {
  EXPECT_LT(score_of("token_sort_ratio", "one one two", "two one").value, 100);
  EXPECT_EQ(score_of("token_set_ratio", "one one two", "two one").value, 100);
}

TEST(TokenSetRatio, IsFullWhereOneTextHasAllWordsOfTheOther) {
  EXPECT_EQ(score_of("token_set_ratio", "fuzzy was a bear", "a bear").value, 100);
}

TEST(TokenSetRatio, TakesTheBestOfItsRatios) {
  // Common "a", and behind it "cat" and "hat": distance 2 of 10.
  EXPECT_EQ(score_of("token_set_ratio", "a cat", "hat a").statistics, (std::vector<double>{2, 10}));
  // Against the common words alone: one space and "x" of 11 + 13.
  EXPECT_EQ(score_of("token_set_ratio", "some common x", "some common others").statistics,
            (std::vector<double>{2, 24}));
}

TEST(TokenSetRatio, OfATextWithoutWordsIsZero) {
  EXPECT_EQ(score_of("token_set_ratio", "", "").value, 0);
  EXPECT_EQ(score_of("token_set_ratio", " \n", "a cat").value, 0);
}

/// Characters, not bytes: "é" is one of the four.
TEST(Ratio, CountsCodePoints) {
  EXPECT_EQ(score_of("ratio", "café", "cafe").statistics, (std::vector<double>{2, 8}));
  EXPECT_EQ(score_of("token_set_ratio", "é x", "é y").statistics, (std::vector<double>{2, 6}));
}

}  // namespace
}  // namespace unspin
