#include "engine/text/vocabulary.hpp"

#include <gtest/gtest.h>
#include <string>

namespace unspin {
namespace {

TEST(Vocabulary, NumbersTokensInOrderOfFirstSight) {
  Vocabulary words;
  EXPECT_EQ(words.intern("the"), 0u);
  EXPECT_EQ(words.intern("cat"), 1u);
  EXPECT_EQ(words.intern("the"), 0u);
  EXPECT_EQ(words.intern(""), 2u);
  EXPECT_EQ(words.intern(std::string_view("a\0b", 3)), 3u);
  EXPECT_EQ(words.text(1), "cat");
  EXPECT_EQ(words.size(), 4u);
}

TEST(Vocabulary, KeepsNumbersWhileItGrowsAndForgetsThemWhenCleared) {
  Vocabulary words;
  for (std::uint32_t i = 0; i < 100000; ++i) {
    ASSERT_EQ(words.intern(std::to_string(i)), i);
  }
  for (std::uint32_t i = 0; i < 100000; ++i) {
    ASSERT_EQ(words.intern(std::to_string(i)), i);
  }
  words.clear();
  EXPECT_EQ(words.size(), 0u);
  EXPECT_EQ(words.intern("99"), 0u);
}

TEST(Vocabulary, KnowsTheHashOfAToken) {
  Vocabulary words;
  const std::uint32_t cat = words.intern("cat");
  const std::uint32_t dog = words.intern("dog");
  Vocabulary others;
  EXPECT_EQ(others.hash(others.intern("dog")), words.hash(dog)) << "it is the token's alone";
  EXPECT_NE(words.hash(cat), words.hash(dog));
}

}  // namespace
}  // namespace unspin
