#include "scorers/term/quotations.hpp"

#include <gtest/gtest.h>

#include "tests/files.hpp"
#include "tests/scorers/term/described_records.hpp"

namespace unspin {
namespace {

using testing::Lines;

Lines quotes(std::string_view source, std::string_view rewrite) {
  return testing::found(find_quotes, source, rewrite);
}

TEST(Quotations, StandBetweenMarksOfManyKinds) {
  for (const std::string text : {"“We sold them all,” she said.", "\"We sold them all,\" she said.",
                                 "«We sold them all,» she said.", "„We sold them all,“ she said.",
                                 "‘We sold them all,’ she said."}) {
    const Lines found = quotes(text, text);
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_TRUE(found[0].starts_with("We sold them all")) << found[0];
    EXPECT_TRUE(found[0].ends_with(" 1: kept 1")) << found[0];
  }
}

TEST(Quotations, HaveThreeWordsInOneParagraph) {
  EXPECT_EQ(quotes("It is “far away” and 5\" wide, 6\" long.", ""), Lines{});
  EXPECT_EQ(quotes("He said “We sold\nthem all” twice.", ""), Lines{});
  EXPECT_EQ(quotes("The boys’ books and the girls’ books are ours’.", ""), Lines{});
}

TEST(Quotations, AreNotEndedByApostrophes) {
  const Lines found = quotes("‘We don’t like the boys’ old books,’ she said.", "");
  EXPECT_EQ(found, Lines{"We don’t like the boys’ old books 1: lost 1"});
}

TEST(Quotations, HaveFates) {
  const std::string source = "Today she said: “We sold all of them in a day.”";
  EXPECT_EQ(quotes(source, "“We sold all of them in a day,” she said today."),
            Lines{"We sold all of them in a day 1: kept 1"});
  EXPECT_EQ(quotes(source, "Today she said they: we sold all of them in a day."),
            Lines{"We sold all of them in a day 1: variant 1"});
  EXPECT_EQ(quotes(source, "Today she said: “We sold all of those in a day.”"),
            Lines{"We sold all of them in a day 1: near We sold all of those in a day 1"});
  EXPECT_EQ(quotes(source, "Today she said: “We gave all of those in one day.”"),
            Lines{"We sold all of them in a day 1: replaced We gave all of those in one day 1"});
  EXPECT_EQ(quotes(source, "Today she said nothing."),
            Lines{"We sold all of them in a day 1: lost 1"});
}

TEST(Quotations, AreFoundWhereTheyWereMoved) {
  EXPECT_EQ(quotes("“It rains a lot,” he says. The sun shines on the hill. Nobody came there.",
                   "The sun shines on the hill. Nobody came there. He says: “It rains a lot.”"),
            Lines{"It rains a lot 1: kept 1"});
}

TEST(Quotations, AreKeptNoMoreOftenThanTheRewriteHasThem) {
  EXPECT_EQ(quotes("“We are here,” he said. “We are here,” she said.", "“We are here,” she said."),
            Lines{"We are here 2: kept 1, lost 1"});
}

TEST(Quotations, AreShownShortened) {
  const std::string words =
      "One two three four five six seven eight nine ten eleven twelve thirteen";
  EXPECT_EQ(quotes("“" + words + "”", ""),
            Lines{"One two three four five six seven eight nine ten eleven… 1: lost 1"});
}

TEST(Quotations, OfEveryPairOfArticlesHaveFatesThatAddUp) {
  for (const char* subject : testing::corpus_subjects) {
    const std::string source = testing::corpus_text(std::string(subject) + "/original");
    for (const char* kind : {"original", "spun", "reworded", "shortened", "same_topic"}) {
      const std::string rewrite = testing::corpus_text(std::string(subject) + "/" + kind);
      PreparedPair pair;
      pair.assign({source, rewrite});
      const std::vector<TermRecord> records = find_quotes(pair);
      EXPECT_FALSE(records.empty());
      EXPECT_TRUE(testing::fates_add_up(records)) << subject << " " << kind;
      for (const TermRecord& record : records) {
        EXPECT_TRUE(source != rewrite || record.kept == record.occurrences) << record.term;
      }
    }
  }
}

/// Quadratic work here would take minutes: the test's time limit is the assertion.
TEST(Quotations, OfTextFullOfMarksAreReadInNoTime) {
  for (const std::string_view part : {"“", "“a ", "‘a b c’d ", "\"a b c\" ", "„a b c “"}) {
    std::string text;
    while (text.size() < 400'000) {
      text += part;
    }
    quotes(text, text);
  }
}

}  // namespace
}  // namespace unspin
