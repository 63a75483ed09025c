#include "scorers/edit/tercom_tokens.hpp"

#include <gtest/gtest.h>
#include <string>

#include "tests/scorers/ngram/joined_tokens.hpp"

namespace unspin {
namespace {

std::string tokens(TercomStyle style, std::string_view text) {
  return testing::joined_tokens(tercom_tokens(style).split, text);
}

TEST(TercomTokens, AreWhatStandsBetweenWhiteSpaceInLowerCase) {
  EXPECT_EQ(tokens({}, " Hello,\u3000World! "), "hello, world!");
  EXPECT_EQ(tokens({.case_sensitive = true}, "Hello, World!"), "Hello, World!");
}

TEST(TercomTokens, NormalizedLoseMarkupAndPunctuation) {
  EXPECT_EQ(tokens({.normalized = true}, "It's &quot;1,000.5&quot; (or 3-4), the dog's bone."),
            "it 's \" 1,000.5 \" ( or 3 - 4 ) , the dog 's bone .");
  EXPECT_EQ(tokens({.normalized = true}, "well\n-known, new-\nest"), "wellknown , new- est");
}

TEST(TercomTokens, LoseNinePunctuationMarks) {
  EXPECT_EQ(tokens({.no_punct = true}, "(a.b), c: d; e? f! \"g\" h-i 'j'。"),
            "ab c d e f g h-i 'j'。");
  EXPECT_EQ(tokens({.no_punct = true, .asian_support = true}, "好。（是）？ a、b"), "好是 ab");
}

TEST(TercomTokens, SplitAsianCharactersWhenAskedTo) {
  const TercomStyle style{.normalized = true, .asian_support = true};
  EXPECT_EQ(tokens(style, "我是a㍿。"), "我 是 a ㍿ 。");
  EXPECT_EQ(tokens(style, "ひらがな"), "ひらがな") << "kana are never split";
  EXPECT_EQ(tokens({.normalized = true}, "我是"), "我是");
}

TEST(TercomTokens, OfNormalizedReferencesAreCutTwice) {
  const Tokenization& tokenization = tercom_tokens({.normalized = true});
  EXPECT_EQ(testing::joined_tokens(tokenization.split, "Moody's, which"), "moody's , which");
  EXPECT_EQ(testing::joined_tokens(tokenization.split_reference, "Moody's, which"),
            "moody 's , which");
}

}  // namespace
}  // namespace unspin
