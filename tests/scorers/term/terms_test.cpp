// What becomes of terms. Metamorphic tests: substitute a term, and exactly that term is reported.
#include "scorers/term/terms.hpp"

#include <gtest/gtest.h>

#include "tests/files.hpp"
#include "tests/scorers/term/term_records.hpp"

namespace unspin {
namespace {

using testing::fate_of;
using testing::find;
using testing::terms;

std::string replace_all(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
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
    }
  }
  ASSERT_NE(find(after, "queen excluder"), nullptr);
  EXPECT_EQ(fate_of("queen excluder", after), "→ monarch eliminator ×4");
}

TEST(Terms, KnowWhereTheyStand) {
  const auto all =
      terms("a solar panel here, solar panels there", "a solar panel here, none there");
  ASSERT_NE(find(all, "solar panel"), nullptr);
  using Places = std::vector<TermRecord::Place>;
  EXPECT_EQ(find(all, "solar panel")->places, (Places{{1, 3}, {4, 6}}));
}

const std::string panels = "the solar panel here. my solar panel there. our solar panel now.";

TEST(Terms, MayBeInflectedLostOrMoved) {
  EXPECT_EQ(
      fate_of("solar panel", terms(panels,
                                   "the solar panels here. my solar panel there. our solar panel "
                                   "now.")),
      "kept 2, inflected 1");
  const auto lost = terms(panels, "the solar panel here. my thing there. our solar panel now.");
  EXPECT_EQ(lost[0].kept, 2u);
  EXPECT_EQ(lost[0].preserved(), 2u);
  EXPECT_EQ(fate_of("solar panel", terms(panels,
                                         "the solar panel here. my there. our solar panel "
                                         "now. and a solar panel")),
            "kept 3");
}

TEST(Terms, AreNearlyMissedByALetterOrTwo) {
  EXPECT_EQ(
      fate_of("solar panel", terms(panels,
                                   "the solar pannel here. my soler panels there. our lunar panel "
                                   "now.")),
      "near solar pannel ×1, near soler panels ×1, → lunar panel ×1");
}

TEST(Terms, TellByWhatTheyWereReplacedTheMostFrequentFirst) {
  EXPECT_EQ(fate_of("solar panel",
                    terms(panels, "the moon board here. my sun board there. our sun board now.")),
            "→ sun board ×2, → moon board ×1");
}

TEST(Terms, HaveFatesThatAddUpToTheirOccurrences) {
  const std::string glossary =
      "queen\tmonarch|royal insect\tking\nbee colony\tbee "
      "settlement\thive\nrunning\nstation\tdepot\n";
  std::size_t seen = 0;
  for (const std::string subject : testing::corpus_subjects) {
    const std::string source = testing::corpus_text(subject + "/original");
    for (const std::string kind : {"original", "spun", "reworded", "shortened", "same_topic"}) {
      const std::string rewrite = testing::corpus_text(subject + "/" + kind);
      for (const auto& all : {terms(source, rewrite), terms(source, rewrite, glossary),
                              terms(rewrite, source, glossary)}) {
        for (const TermRecord& record : all) {
          EXPECT_EQ(testing::all_fates(record), record.occurrences) << kind << ' ' << record.term;
          ++seen;
        }
      }
    }
  }
  EXPECT_GT(seen, 300u);
}

TEST(Terms, AreThoseOfTheTextAsItIsMeant) {
  const std::string hidden = replace_all(panels, "solar", "so\u200Blar");
  EXPECT_EQ(fate_of("solar panel", terms(panels, hidden)), "kept 3");
  EXPECT_EQ(fate_of("solar panel", terms(hidden, panels)), "kept 3");
}

}  // namespace
}  // namespace unspin
