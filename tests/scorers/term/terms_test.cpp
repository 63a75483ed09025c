// Metamorphic tests: substitute a term, and exactly that term is reported.
#include "scorers/term/terms.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "tests/files.hpp"

namespace unspin {
namespace {

std::vector<TermRecord> terms(const std::string& source, const std::string& rewrite) {
  PreparedPair pair;
  pair.assign({source, rewrite});
  return find_terms(pair);
}

const TermRecord* find(const std::vector<TermRecord>& all, std::string_view term) {
  const auto found = std::ranges::find(all, term, &TermRecord::term);
  return found == all.end() ? nullptr : &*found;
}

std::string replace_all(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

TEST(Terms, AreRunsOfContentWordsThatRepeat) {
  const std::string text = "A solar panel works. The solar panel, big and small, and its price.";
  const auto all = terms(text, text);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].term, "solar panel");
  EXPECT_EQ(all[0].occurrences, 2u);
  EXPECT_EQ(all[0].kept, 2u);
}

TEST(Terms, DoNotReachAcrossPunctuation) {
  EXPECT_TRUE(terms("On solar, panel. On solar, panel.", "").empty());
}

TEST(Terms, InsideALongerTermAreNotTheirOwn) {
  const auto all = terms("new solar panel. new solar panel.", "");
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].term, "new solar panel");
}

/// Quadratic work here would take minutes: the test's time limit is the assertion.
TEST(Terms, OfALongTextThatRepeatsItselfAreFoundInNoTime) {
  std::string text;
  for (int i = 0; i < 60'000; ++i) {
    text += "word" + std::to_string(i % 30'000) + " ";
  }
  EXPECT_FALSE(terms(text, text).empty());
}

TEST(Terms, SubstitutedInATextAreReportedAndNothingElse) {
  const std::string source = testing::corpus_text("city-bees/original");
  const auto before = terms(source, source);
  ASSERT_GE(before.size(), 5u);
  for (const TermRecord& term : before) {
    EXPECT_EQ(term.kept, term.occurrences) << term.term;
  }

  const auto after = terms(source, replace_all(source, "queen excluder", "monarch eliminator"));
  for (const TermRecord& term : after) {
    if (term.term != "queen excluder") {
      EXPECT_EQ(term.kept, term.occurrences) << term.term;
      continue;
    }
    EXPECT_EQ(term.kept, 0u);
    ASSERT_EQ(term.replaced.size(), 1u);
    EXPECT_EQ(term.replaced[0].text, "monarch eliminator");
    EXPECT_EQ(term.replaced[0].count, term.occurrences);
  }
  ASSERT_NE(find(after, "queen excluder"), nullptr);
}

TEST(Terms, MayBeInflectedLostOrMoved) {
  const std::string source = "the solar panel here. my solar panel there. our solar panel now.";
  const auto inflected =
      terms(source, "the solar panels here. my solar panel there. our solar panel now.");
  EXPECT_EQ(inflected[0].inflected, 1u);
  EXPECT_EQ(inflected[0].kept, 2u);
  const auto lost = terms(source, "the solar panel here. my thing there. our solar panel now.");
  EXPECT_EQ(lost[0].kept, 2u);
  EXPECT_EQ(lost[0].lost + lost[0].replaced.size(), 1u);
  const auto moved =
      terms(source, "the solar panel here. my there. our solar panel now. and a solar panel");
  EXPECT_EQ(moved[0].kept, 3u);
}

}  // namespace
}  // namespace unspin
