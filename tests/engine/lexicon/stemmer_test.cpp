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

}  // namespace
}  // namespace unspin
