#include "scorers/ngram/tokenize_zh.hpp"

#include <gtest/gtest.h>

#include "tests/scorers/ngram/joined_tokens.hpp"

namespace unspin {
namespace {

std::string tokens(std::string_view line) { return testing::joined_tokens(tokenize_zh, line); }

TEST(TokenizeZh, TakesChineseCharactersOneByOne) {
  EXPECT_EQ(tokens("我有3.5个iPhone，好！"), "我 有 3.5 个 iPhone ， 好 ！");
}

TEST(TokenizeZh, SplitsTheRestAs13aButUnescapesNothing) {
  EXPECT_EQ(tokens(" (Hello, world.) &amp; "), "( Hello , world . ) & amp ;");
  EXPECT_EQ(tokens("the end."), "the end .");
  EXPECT_EQ(tokens("in 1999."), "in 1999.") << "nothing stands behind the full stop";
}

// The reference's ranges, with their slips.
TEST(TokenizeZh, KnowsWhatTheReferenceTakesForChinese) {
  EXPECT_EQ(tokens("a“b”→c"), "a “ b ” → c");
  EXPECT_EQ(tokens("\u2A6D\u2A6E\u2A6E"), "\u2A6D \u2A6E\u2A6E");
  EXPECT_EQ(tokens("\U00020000\U00020001"), "\U00020000\U00020001") << "Extension B";
}

}  // namespace
}  // namespace unspin
