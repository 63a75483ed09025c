#include "scorers/ngram/tokenize_intl.hpp"

#include <gtest/gtest.h>

#include "tests/scorers/ngram/joined_tokens.hpp"

namespace unspin {
namespace {

std::string tokens(std::string_view line) { return testing::joined_tokens(tokenize_intl, line); }

TEST(TokenizeIntl, SplitsPunctuationOfAnyScriptOff) {
  EXPECT_EQ(tokens("«Ça va», dit-il… 中文。"), "« Ça va » , dit - il … 中文 。");
}

TEST(TokenizeIntl, LeavesPunctuationBetweenNumbersAlone) {
  EXPECT_EQ(tokens("1,000.5 kg, ٣٫٤"), "1,000.5 kg , ٣٫٤");
}

// mteval-v14 does not pad the line: the expression wants a character behind the full stop.
TEST(TokenizeIntl, LeavesAFullStopOnANumberThatEndsTheLine) {
  EXPECT_EQ(tokens("in 1999."), "in 1999.");
  EXPECT_EQ(tokens("in 1999. "), "in 1999 .");
}

TEST(TokenizeIntl, SplitsSymbolsOffEverywhere) {
  EXPECT_EQ(tokens("5€+5£=10$ ©x 🙂🙂"), "5 € + 5 £ = 10 $ © x 🙂 🙂");
}

TEST(TokenizeIntl, UnescapesNothing) { EXPECT_EQ(tokens("a &lt; b"), "a & lt ; b"); }

}  // namespace
}  // namespace unspin
