#include "engine/lexicon/stemmer.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

bool same_stem(std::string_view a, std::string_view b) {
  Stemmer stemmer;
  const std::string stem(stemmer.stem(a));
  return stem == stemmer.stem(b);
}

TEST(Stemmer, JoinsInflections) {
  EXPECT_TRUE(same_stem("goal", "goals"));
  EXPECT_TRUE(same_stem("community", "communities"));
  EXPECT_TRUE(same_stem("run", "running"));
  EXPECT_TRUE(same_stem("manage", "managed"));
  EXPECT_TRUE(same_stem("brand", "brand's"));
  EXPECT_TRUE(same_stem("organization", "organizations"));
}

TEST(Stemmer, DoesNotJoinWhatIsDerived) {
  EXPECT_FALSE(same_stem("manager", "management"));
  EXPECT_FALSE(same_stem("organize", "organization"));
  EXPECT_FALSE(same_stem("group", "grope"));
}

TEST(Stemmer, LeavesOtherScriptsAlone) {
  Stemmer stemmer;
  EXPECT_EQ(stemmer.stem("мир"), "мир");
  EXPECT_EQ(stemmer.stem("42"), "42");
}

// They are not remembered, which must not show.
TEST(Stemmer, StemsWordsOfMoreThan64Bytes) {
  Stemmer stemmer;
  for (const std::size_t size : {62u, 63u, 64u, 65u, 66u, 100'000u}) {
    std::string stem(size, 'a');
    for (std::size_t i = size % 2; i < size; i += 2) {
      stem[i] = 'b';
    }
    stem.back() = 'g';
    EXPECT_TRUE(stemmer.stem(stem) == stem) << size;
    EXPECT_TRUE(stemmer.stem(stem + "s") == stem) << size;
    EXPECT_TRUE(stemmer.stem(stem + "'s") == stem) << size;
    EXPECT_TRUE(stemmer.stem(stem + "ed") == stem) << size;
  }
}

TEST(Stemmer, JoinsWhatBecomesOfY) {
  EXPECT_TRUE(same_stem("carry", "carrying"));
  EXPECT_TRUE(same_stem("carried", "carrying"));
  EXPECT_TRUE(same_stem("study", "studying"));
  EXPECT_TRUE(same_stem("play", "playing"));
}

TEST(Stemmer, KnowsOtherLanguages) {
  for (const auto* name : {"de", "german"}) {
    Stemmer german(name);
    EXPECT_EQ(german.stem("häuser"), "haus");
    EXPECT_EQ(german.stem("manager"), "manag") << "no rest behind the stem";
  }
  Stemmer french("fr");
  EXPECT_EQ(french.stem("chevaux"), "cheval");
}

TEST(Stemmer, IsEnglishByEitherName) {
  for (const auto* name : {"en", "english"}) {
    Stemmer english(name);
    EXPECT_EQ(english.stem("managers"), "manag+er");
    EXPECT_EQ(english.stem("managed"), "manag");
  }
}

TEST(Stemmer, StemsAfreshWhatItRemembersOtherwise) {
  Stemmer stemmer;
  for (const auto* word : {"managers", "communities", "brand's", "запахи", "x"}) {
    EXPECT_EQ(stemmer.stem_afresh(word), stemmer.stem(word)) << word;
  }
}

TEST(Stemmer, LeavesWordsOfUnknownLanguagesAlone) {
  Stemmer klingon("tlh");
  EXPECT_EQ(klingon.stem("managers"), "managers");
  EXPECT_EQ(klingon.stem("worf's"), "worf");
  EXPECT_EQ(klingon.stem("'s"), "'s");
}

}  // namespace
}  // namespace unspin
