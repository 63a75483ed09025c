// Metamorphic tests: the more words are swapped, the denser; the more constantly, the more
// consistent.
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "scorers/catalogue.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

double score(const std::string& metric, const std::string& source, const std::string& rewrite) {
  PreparedPair pair;
  pair.assign({source, rewrite});
  std::vector<Selected> selected;
  select(metric, selected);
  std::vector<Score> scores;
  score_pair(pair, selected, scores);
  return scores[0].values[0];
}

/// Every `step`-th word of 1,000 different ones replaced by another.
std::string swapped(int step) {
  std::string text;
  for (int i = 1; i <= 1000; ++i) {
    text += (step > 0 && i % step == 0 ? "other" : "word") + std::to_string(i) + " ";
  }
  return text;
}

TEST(SubstitutionDensity, IsTheShareOfWordsThatWereSwapped) {
  const std::string source = swapped(0);
  EXPECT_DOUBLE_EQ(score("substitution_density", source, swapped(20)), 5);
  EXPECT_DOUBLE_EQ(score("substitution_density", source, swapped(10)), 10);
  EXPECT_DOUBLE_EQ(score("substitution_density:content", source, swapped(5)), 20);
}

TEST(SubstitutionDensity, DoesNotCountFunctionWordsIfAskedNotTo) {
  const std::string source = "a b in c d e f g h i";
  const std::string rewrite = "a b within c d e f g h i";
  EXPECT_DOUBLE_EQ(score("substitution_density", source, rewrite), 10);
  EXPECT_DOUBLE_EQ(score("substitution_density:content", source, rewrite), 0);
}

TEST(SubstitutionDensity, DoesNotCountWhatWasRewrittenAtLength) {
  EXPECT_DOUBLE_EQ(score("substitution_density", "alpha one two three four omega",
                         "alpha quite another five words here omega"),
                   0);
}

TEST(SubstitutionConsistency, IsTheShareOfConstantMappings) {
  const std::string source = "red cat one red cow two red dog three red hen";
  EXPECT_DOUBLE_EQ(score("substitution_consistency", source,
                         "blue cat one blue cow two blue dog three blue hen"),
                   1);
  EXPECT_DOUBLE_EQ(score("substitution_consistency", source,
                         "blue cat one pink cow two grey dog three black hen"),
                   0);
}

TEST(SpinScores, TellTheSpunArticlesOfTheCorpusFromTheHonestOnes) {
  for (const char* subject : testing::corpus_subjects) {
    const std::string original = testing::corpus_text(std::string(subject) + "/original");
    EXPECT_GT(score("substitution_density", original,
                    testing::corpus_text(std::string(subject) + "/spun")),
              15);
    for (const char* honest : {"/reworded", "/shortened", "/same_topic"}) {
      EXPECT_LT(score("substitution_density", original,
                      testing::corpus_text(std::string(subject) + honest)),
                8);
    }
  }
}

}  // namespace
}  // namespace unspin
