#include "scorers/term/word_list.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

constexpr WordList months({"january", "may", "août"});

TEST(WordList, HasItsWords) {
  EXPECT_TRUE(months.contains("january"));
  EXPECT_TRUE(months.contains("may"));
  EXPECT_TRUE(months.contains("août"));
}

TEST(WordList, HasNoOthersHoweverAlike) {
  EXPECT_FALSE(months.contains("my"));
  EXPECT_FALSE(months.contains("maybe"));
  EXPECT_FALSE(months.contains("mey")) << "as long as may, with the same first and last byte";
  EXPECT_FALSE(months.contains(""));
}

TEST(WordList, RulesMostOthersOutWithoutALook) {
  EXPECT_TRUE(months.may_contain("may"));
  EXPECT_FALSE(months.may_contain("june"));
  EXPECT_FALSE(months.may_contain(""));
}

}  // namespace
}  // namespace unspin
