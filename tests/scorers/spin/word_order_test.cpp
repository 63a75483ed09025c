#include <cmath>
#include <gtest/gtest.h>
#include <string>

#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

using testing::score_of;

double order(const std::string& source, const std::string& rewrite) {
  return score_of("word_order", source, rewrite).value;
}

TEST(WordOrder, IsWholeWhatEverWordsWereSwappedDroppedOrInserted) {
  EXPECT_DOUBLE_EQ(order("the old cat sat on the mat", "the grey cat lay on the soft mat"), 1);
  EXPECT_DOUBLE_EQ(order("the old cat sat on the mat", "cat on mat"), 1);
}

TEST(WordOrder, SeesWordsThatMovedWithinASentence) {
  EXPECT_DOUBLE_EQ(order("in April the path is mud", "the path is mud in April"), 4.0 / 6);
  EXPECT_DOUBLE_EQ(
      score_of("order_kept", "in April the path is mud", "the path is mud in April").value, 1);
}

TEST(WordOrder, CountsAWordAsOftenAsBothTextsHaveIt) {
  EXPECT_DOUBLE_EQ(order("a b a c", "c a d a a"), 2.0 / 3);
}

TEST(WordOrder, HasNoValueWithoutCommonWords) {
  EXPECT_TRUE(std::isnan(order("one word", "other things")));
  EXPECT_EQ(score_of("word_order", "", "").missing_because, "the texts have no word in common");
}

}  // namespace
}  // namespace unspin
