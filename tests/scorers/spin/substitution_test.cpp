// Metamorphic tests: the more words are swapped, the denser; the more constantly, the more
// consistent.
#include <gtest/gtest.h>
#include <string>

#include "tests/engine/align/small_thesaurus.hpp"
#include "tests/files.hpp"
#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

double score(const std::string& metric, const std::string& source, const std::string& rewrite,
             const Lexicon* lexicon = nullptr) {
  return testing::score_of(metric, source, rewrite, lexicon).value;
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

TEST(SubstitutionConsistency, CountsConstantSynonymsHalf) {
  const std::string source = "strong cat. strong cow. strong dog. strong hen.";
  const std::string robust = "robust cat. robust cow. robust dog. robust hen.";
  const std::string gloomy = "gloomy cat. gloomy cow. gloomy dog. gloomy hen.";
  const Lexicon* lexicon = testing::small_thesaurus();
  EXPECT_DOUBLE_EQ(score("substitution_consistency", source, robust), 1);
  EXPECT_DOUBLE_EQ(score("substitution_consistency", source, robust, lexicon), 0.5);
  EXPECT_DOUBLE_EQ(score("substitution_consistency", source, gloomy, lexicon), 1);
  EXPECT_EQ(testing::score_of("substitution_consistency", source, robust, lexicon).statistics,
            (std::vector<double>{4, 4, 4}));
  // Half of the swaps are constant synonyms, half constant and wrong.
  EXPECT_DOUBLE_EQ(
      score("substitution_consistency", source + " red sun. red fox.",
            "robust cat. robust cow. strong dog. strong hen. blue sun. blue fox.", lexicon),
      0.75);
  // A synonym that was taken once is no constant mapping.
  EXPECT_DOUBLE_EQ(score("substitution_consistency", source,
                         "robust cat. sturdy cow. strong dog. strong hen.", lexicon),
                   0);
}

/// One swap more of a word that was not swapped before: exactly that changes.
TEST(SubstitutionConsistency, IsThinnedByOtherSwaps) {
  std::string source = "red cat. red cow.";
  std::string rewrite = "blue cat. blue cow.";
  for (int others = 0; others < 6; ++others) {
    EXPECT_DOUBLE_EQ(score("substitution_consistency", source, rewrite), 2.0 / (2 + others));
    source += " A barn" + std::to_string(others) + " burnt.";
    rewrite += " A shed" + std::to_string(others) + " burnt.";
  }
}

TEST(SubstitutionDensity, OfPhrasesIsThatOfWords) {
  const Lexicon* lexicon = testing::small_thesaurus();
  for (const Lexicon* any : {static_cast<const Lexicon*>(nullptr), lexicon}) {
    EXPECT_DOUBLE_EQ(score("substitution_density", "a b c d we carry out e f g",
                           "a b c d we perform e f g", any),
                     10);
  }
  EXPECT_DOUBLE_EQ(score("substitution_density:content", "a b c d we carry out e f g",
                         "a b c d we perform e f g", lexicon),
                   10);
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
