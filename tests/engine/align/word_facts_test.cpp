#include "engine/align/word_facts.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

TEST(NearSpelling, IsOneOrTwoEditsBehindTheSameBeginning) {
  BitParallel kernel;
  EXPECT_TRUE(is_near_spelling("erica", "erika", kernel));
  EXPECT_TRUE(is_near_spelling("finley", "finlay", kernel));
  EXPECT_TRUE(is_near_spelling("colour", "color", kernel));
  EXPECT_FALSE(is_near_spelling("cat", "car", kernel));      // too short to tell
  EXPECT_FALSE(is_near_spelling("brand", "grand", kernel));  // another beginning
  EXPECT_FALSE(is_near_spelling("interest", "interval", kernel));
  // What is as long as that is no word; comparing it would take for ever.
  EXPECT_FALSE(is_near_spelling(std::string(100'000, 'a'), std::string(100'001, 'a'), kernel));
}

TEST(WordFacts, AreKeptByWordNumber) {
  Vocabulary words;
  words.intern("the");
  words.intern("goals");
  words.intern("goal");
  WordFacts facts;
  WordFactFinder finder;
  finder.find(words, facts);
  EXPECT_FALSE(facts.is_content(0));
  EXPECT_TRUE(facts.is_content(1));
  EXPECT_EQ(facts.stem[1], facts.stem[2]);
  EXPECT_NE(facts.stem[0], facts.stem[1]);
}

}  // namespace
}  // namespace unspin
