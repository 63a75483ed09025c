#include "scorers/term/repeated_terms.hpp"

#include <gtest/gtest.h>

#include "tests/scorers/term/term_records.hpp"

namespace unspin {
namespace {

/// The terms that a source repeats, in the order of the list.
std::string repeated(const std::string& source) {
  return testing::names_of(testing::terms(source, source));
}

TEST(RepeatedTerms, AreRunsOfContentWords) {
  EXPECT_EQ(repeated("A solar panel works. The solar panel, big and small, and its price."),
            "solar panel");
  EXPECT_EQ(repeated("The low-code tool. A low-code tool."), "low code tool");
  EXPECT_EQ(repeated("A solar panel works."), "") << "once is not enough";
}

TEST(RepeatedTerms, AreCountedByTheirStems) {
  const auto all = testing::terms("A solar panel. Many solar panels. Two solar panels.", "");
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].term, "solar panels") << "as it is written most often";
  EXPECT_EQ(all[0].occurrences, 3u);
}

TEST(RepeatedTerms, DoNotReachAcrossPunctuationAndLines) {
  EXPECT_EQ(repeated("On solar, panel. On solar, panel."), "");
  EXPECT_EQ(repeated("solar\npanel\n\nsolar\npanel\n"), "");
  EXPECT_EQ(repeated("We went solar. Panel works. We went solar. Panel works."), "panel works");
}

TEST(RepeatedTerms, MayHaveAnOfInside) {
  EXPECT_EQ(repeated("A community of practice grows. Our community of practice shrinks."),
            "community of practice");
  EXPECT_EQ(repeated("Out of practice, he sat. Out of practice, she sat."), "");
}

TEST(RepeatedTerms, DoNotBeginOrEndWithStopWords) {
  EXPECT_EQ(repeated("They make solar panels. They make solar panels."), "solar panels");
  EXPECT_EQ(repeated("A newly built hive. That newly built hive."), "built hive");
  EXPECT_EQ(repeated("He moves hives slowly. She moves hives slowly."), "moves hives");
  EXPECT_EQ(repeated("A different hive. A different hive. Two hives. Two hives."), "");
  EXPECT_EQ(repeated("The bees died. The bees died. The bird feed. The bird feed."), "bird feed");
  EXPECT_EQ(repeated("The good family business. A good family business."), "good family business")
      << "family is no adverb";
  EXPECT_EQ(repeated("In 1999 bee deaths rose. In 1999 bee deaths rose. Type A bees. Type A bees."),
            "bee deaths rose");
}

TEST(RepeatedTerms, MayBeginWithAStopWordIfThatIsTheirName) {
  EXPECT_EQ(repeated("We heard Take That twice. Nobody likes Using Bees Wisely. I read Using Bees "
                     "Wisely."),
            "using bees wisely");
  EXPECT_EQ(repeated("Using bees pays. Using bees costs."), "") << "only a sentence's beginning";
}

/// C(a) = log2 |a| · (f(a) − max f(b)), at least 1.
TEST(RepeatedTerms, HaveACValue) {
  EXPECT_EQ(repeated("roof solar panel. roof solar panel."), "roof solar panel")
      << "solar panel: 2 − 2";
  EXPECT_EQ(repeated("roof solar panel. roof solar panel. A solar panel."),
            "solar panel | roof solar panel")
      << "solar panel: 3 − 2";
  EXPECT_EQ(repeated("roof solar panel. roof solar panel. wall solar panel. wall solar panel."),
            "solar panel | roof solar panel | wall solar panel")
      << "solar panel: 4 − 2";
  EXPECT_EQ(repeated("big roof solar panel. big roof solar panel. roof solar panel."),
            "roof solar panel | big roof solar panel")
      << "solar panel and roof solar: 3 − max(2, 3)";
}

/// Quadratic work here would take minutes: the test's time limit is the assertion.
TEST(RepeatedTerms, OfALongTextThatRepeatsItselfAreFoundInNoTime) {
  std::string text;
  for (int i = 0; i < 60'000; ++i) {
    text += "word" + std::to_string(i % 30'000) + " ";
  }
  EXPECT_FALSE(testing::terms(text, text).empty());
  std::string one_word;
  for (int i = 0; i < 60'000; ++i) {
    one_word += "word ";
  }
  EXPECT_FALSE(testing::terms(one_word, one_word).empty());
}

}  // namespace
}  // namespace unspin
