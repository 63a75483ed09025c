#include <cmath>
#include <gtest/gtest.h>
#include <string>

#include "tests/engine/align/small_thesaurus.hpp"
#include "tests/files.hpp"
#include "tests/places.hpp"
#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

using testing::score_of;
using testing::small_thesaurus;

testing::ScoreOf share(const std::string& source, const std::string& rewrite,
                       const Lexicon* lexicon = small_thesaurus()) {
  return score_of("synonym_share", source, rewrite, lexicon);
}

TEST(SynonymShare, IsTheShareOfSwapsThatTheLexiconLists) {
  const std::string source = "a strong rope, a red barn, a community, an old brand";
  EXPECT_DOUBLE_EQ(share(source, "a robust rope, a red barn, a group, an old brand").value, 1);
  EXPECT_DOUBLE_EQ(share(source, "a robust rope, a red barn, a group, an old model").value,
                   2.0 / 3);
  EXPECT_DOUBLE_EQ(share(source, "a loud rope, a blue barn, a box, an old model").value, 0);
}

/// One swap more of which the lexicon knows nothing: exactly that changes.
TEST(SynonymShare, CountsEachSwap) {
  std::string source;
  std::string rewrite;
  for (int synonyms = 1; synonyms <= 5; ++synonyms) {
    source += "Some strong men. ";
    rewrite += "Some robust men. ";
    std::string more_source = source;
    std::string more_rewrite = rewrite;
    for (int others = 0; others < 4; ++others) {
      const auto found = share(more_source, more_rewrite);
      EXPECT_DOUBLE_EQ(found.value, synonyms / static_cast<double>(synonyms + others));
      EXPECT_EQ(found.statistics,
                (std::vector<double>{double(synonyms), double(synonyms + others), 1}));
      more_source += "Some barn" + std::to_string(others) + " burnt. ";
      more_rewrite += "Some shed" + std::to_string(others) + " burnt. ";
    }
  }
}

TEST(SynonymShare, LeavesOutFunctionWordsInflectionsAndDamage) {
  EXPECT_DOUBLE_EQ(
      share("Erica keeps strong goals within reach", "Erika keeps robust goal inside reach").value,
      1);
  EXPECT_EQ(share("goals within reach", "goal inside reach").statistics,
            (std::vector<double>{0, 0, 1}));
}

TEST(SynonymShare, HasNoValueWithoutALexicon) {
  for (const auto& [source, rewrite] :
       {std::pair{"a strong rope", "a robust rope"}, {"a rope", "a rope"}, {"", ""}}) {
    const auto without = share(source, rewrite, nullptr);
    EXPECT_TRUE(std::isnan(without.value));
    EXPECT_EQ(without.missing_because, "there is no lexicon (unspin lexicon build)");
  }
}

TEST(SynonymShare, IsNothingWithoutASwap) {
  for (const auto& [source, rewrite] :
       {std::pair{"a strong rope", "a strong rope"}, {"", ""}, {"a rope", ""}, {"", "a rope"}}) {
    const auto nothing = share(source, rewrite);
    EXPECT_EQ(nothing.value, 0);
    EXPECT_EQ(nothing.missing_because, "");
  }
}

TEST(SynonymShare, IsHighInSpunArticles) {
  if (std::string_view(places::default_lexicon_file).empty()) {
    GTEST_SKIP() << "built without wordnet-base and mythes-en-us";
  }
  const auto lexicon = Lexicon::open(places::default_lexicon_file);
  for (const std::string subject : testing::corpus_subjects) {
    const std::string original = testing::corpus_text(subject + "/original");
    const double spun =
        share(original, testing::corpus_text(subject + "/spun"), lexicon.get()).value;
    EXPECT_GT(spun, 0.4) << subject;
    EXPECT_LT(share(original, testing::corpus_text(subject + "/reworded"), lexicon.get()).value,
              spun)
        << subject;
  }
}

}  // namespace
}  // namespace unspin
