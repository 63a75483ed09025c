#include <cmath>
#include <gtest/gtest.h>
#include <string>

#include "tests/files.hpp"
#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

using testing::score_of;

double ratio(const std::string& source, const std::string& rewrite) {
  return score_of("length_ratio", source, rewrite).value;
}

TEST(LengthRatio, IsWordsOfTheRewriteForEachOfTheSource) {
  EXPECT_DOUBLE_EQ(ratio("one two three four", "one two"), 0.5);
  EXPECT_DOUBLE_EQ(ratio("one two", "one, two – three… four!"), 2);
  EXPECT_DOUBLE_EQ(ratio("one two", ""), 0);
}

TEST(LengthRatio, OfWhatIsDoubledIsTwice) {
  const std::string text = testing::corpus_text("city-bees/original");
  EXPECT_DOUBLE_EQ(ratio(text, text + text), 2);
  EXPECT_DOUBLE_EQ(ratio(text + text, text), 0.5);
}

TEST(LengthRatio, HasNoValueWithoutSourceWords) {
  for (const std::string source : {"", " \n", "… –"}) {
    EXPECT_TRUE(std::isnan(ratio(source, "a word")));
    EXPECT_EQ(score_of("length_ratio", source, "a word").missing_because,
              "the source has no words");
  }
}

TEST(LengthRatio, TellsSpunArticlesFromShortenedOnes) {
  for (const std::string subject : testing::corpus_subjects) {
    const std::string original = testing::corpus_text(subject + "/original");
    const double spun = ratio(original, testing::corpus_text(subject + "/spun"));
    EXPECT_GT(spun, 0.91) << subject;
    EXPECT_LT(spun, 1.11) << subject;
    EXPECT_LT(ratio(original, testing::corpus_text(subject + "/shortened")), 0.8) << subject;
  }
}

}  // namespace
}  // namespace unspin
