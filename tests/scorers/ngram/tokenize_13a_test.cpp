#include "scorers/ngram/tokenize_13a.hpp"

#include <gtest/gtest.h>

#include "tests/scorers/ngram/joined_tokens.hpp"

namespace unspin {
namespace {

std::string tokens(std::string_view line) { return testing::joined_tokens(tokenize_13a, line); }

TEST(Tokenize13a, SplitsPunctuationOff) {
  EXPECT_EQ(tokens("Hello, world! (It's 'fine'.)"), "Hello , world ! ( It's 'fine' . )");
}

TEST(Tokenize13a, LeavesNumbersWhole) {
  EXPECT_EQ(tokens("1,000.5 kg, 3-4 times. 5."), "1,000.5 kg , 3 - 4 times . 5 .");
}

TEST(Tokenize13a, SplitsStopsAndHyphensByWhatStandsAroundThem) {
  EXPECT_EQ(tokens("well-known. So-called, e.g., a.b. x-. no-"),
            "well-known . So-called , e . g . , a . b . x- . no-");
  EXPECT_EQ(tokens("5-. x.- -5- .. ,. -. 1-2-3, a1-b2. it's-"),
            "5 - . x . - -5 - . . , . - . 1 - 2 - 3 , a1 - b2 . it's-");
  EXPECT_EQ(tokens("."), ".");
}

TEST(Tokenize13a, UnescapesAndJoinsLines) {
  EXPECT_EQ(tokens("a &lt;b&gt; &amp;quot; c-\nd\ne<skipped>f"), "a < b > & quot ; cd ef");
}

TEST(Tokenize13a, DoesNotSplitOtherPunctuation) {
  EXPECT_EQ(tokens("“Ça va”, dit–il… 中文。"), "“Ça va” , dit–il… 中文。");
}

}  // namespace
}  // namespace unspin
