#include "engine/align/word_facts.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

TEST(NearSpelling, IsOneOrTwoEditsBehindTheSameBeginning) {
  EXPECT_TRUE(is_near_spelling("erica", "erika"));
  EXPECT_TRUE(is_near_spelling("finley", "finlay"));
  EXPECT_TRUE(is_near_spelling("colour", "color"));
  EXPECT_FALSE(is_near_spelling("cat", "car"));        // too short to tell
  EXPECT_FALSE(is_near_spelling("brand", "grand"));    // another beginning
  EXPECT_FALSE(is_near_spelling("interest", "interval"));
}

TEST(WordFacts, AreKeptByWordNumber) {
  Vocabulary words;
  words.intern("the");
  words.intern("goals");
  words.intern("goal");
  Stemmer stemmer;
  WordFacts facts;
  facts.compute(words, stemmer);
  EXPECT_FALSE(facts.is_content(0));
  EXPECT_TRUE(facts.is_content(1));
  EXPECT_EQ(facts.stem[1], facts.stem[2]);
  EXPECT_NE(facts.stem[0], facts.stem[1]);
}

}  // namespace
}  // namespace unspin
