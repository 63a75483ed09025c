// Metamorphic tests: misspell a name, and exactly that name is reported.
#include "scorers/term/names.hpp"

#include <gtest/gtest.h>

#include "tests/files.hpp"
#include "tests/scorers/example_lexicon.hpp"
#include "tests/scorers/term/described_records.hpp"

namespace unspin {
namespace {

using testing::Lines;

Lines names(std::string_view source, std::string_view rewrite) {
  return testing::found(find_names, source, rewrite);
}

/// The names alone, all of which are kept in an unchanged text.
Lines names(std::string_view text, const Lexicon* lexicon = nullptr) {
  PreparedPair pair({}, lexicon);
  pair.assign({text, text});
  Lines all;
  for (const TermRecord& record : find_names(pair)) {
    EXPECT_EQ(record.kept, record.occurrences) << record.term;
    all.push_back(record.term);
  }
  return all;
}

TEST(Names, AreRunsOfWordsWithACapitalInsideASentence) {
  EXPECT_EQ(names("We met Erica Finley in Leeds, and Ana."),
            (Lines{"Erica Finley", "Leeds", "Ana"}));
  EXPECT_EQ(names("He saw Jean-Luc O'Neil, J. K. Rowling and J.R. Smith."),
            (Lines{"Jean-Luc O'Neil", "J. K. Rowling", "J.R. Smith"}));
  EXPECT_EQ(names("He met Ludwig van der Berg, Otto von Holm and Marks & Sons."),
            (Lines{"Ludwig van der Berg", "Otto von Holm", "Marks & Sons"}));
  EXPECT_EQ(names("He asked HubSpot's Chief Editor about the iPhone, AT&T and COVID-19."),
            (Lines{"HubSpot", "Chief Editor", "iPhone", "AT&T", "COVID-19"}));
}

TEST(Names, KnowWhereTheyStand) {
  const std::string_view text = "We met Erica Finley in Leeds. Leeds has Erica Finley.";
  PreparedPair pair;
  pair.assign({text, text});
  const std::vector<TermRecord> found = find_names(pair);
  ASSERT_EQ(found.size(), 2u);
  using Places = std::vector<TermRecord::Place>;
  EXPECT_EQ(found[0].places, (Places{{2, 4}, {8, 10}}));
  EXPECT_EQ(found[1].places, (Places{{5, 6}, {6, 7}}));
}

TEST(Names, AreNotWhatACapitalOnlyOpens) {
  EXPECT_EQ(
      names("Yesterday it rained. “Nobody came,” she said. Note: Bring bread.\n- Leave early."),
      Lines{});
  EXPECT_EQ(names("Why Old Papers Matter\nThey do matter, and here is why."), Lines{});
  EXPECT_EQ(names("SOLD OUT TODAY.\nThey have none left."), Lines{});
  EXPECT_EQ(names("In March I went on a Tuesday, and Mr. and Mrs. came, too."), Lines{});
  EXPECT_EQ(names("he met anna in leeds"), Lines{});
}

TEST(Names, MayOpenASentenceIfTheTextSaysElsewhereThatTheyAreNames) {
  EXPECT_EQ(names("Finley laughed. We like Finley."), Lines{"Finley"});
  EXPECT_EQ(names("Apple grows. The new Apple does not. An apple, an apple."), Lines{"Apple"});
  PreparedPair pair;
  pair.assign({"Finley laughed.", "Then Finley laughed."});
  EXPECT_EQ(testing::described(find_names(pair)), Lines{"Finley 1: kept 1"});
}

TEST(Names, OpenASentenceIfNoLexiconHasThemAsWords) {
  EXPECT_EQ(names("Robust it is. Finley laughed.", testing::example_lexicon()), Lines{"Finley"});
  EXPECT_EQ(names("Blorb is new. They blorb.", testing::example_lexicon()), Lines{});
}

TEST(Names, FollowAnAbbreviation) {
  EXPECT_EQ(names("It was Mr. Jones who met Dr. Smith."), (Lines{"Jones", "Smith"}));
}

TEST(Names, InCapitalsAreNamesUnlessSomebodyShouts) {
  EXPECT_EQ(names("We do SEO for the US."), (Lines{"SEO", "US"}));
  EXPECT_EQ(names("We love CAKE and buy cake. This is NOT cake."), Lines{});
}

TEST(Names, HaveFates) {
  EXPECT_EQ(names("Here Erica met Finley and Finley.", "Here Erika met Finlay and Finley."),
            (Lines{"Erica 1: near Erika 1", "Finley 2: kept 1, near Finlay 1"}));
  EXPECT_EQ(names("We saw Finley’s house.", "We saw the house of Finley."),
            Lines{"Finley 1: inflected 1"});
  EXPECT_EQ(names("We saw the Smiths there.", "We saw Mrs Smith there."),
            Lines{"Smiths 1: inflected 1"});
  EXPECT_EQ(names("We moved to the U.S. in May.", "We moved to the US in May."),
            Lines{"U.S. 1: variant 1"});
  EXPECT_EQ(names("They met J. K. Rowling there.", "They met J.K. Rowling there."),
            Lines{"J. K. Rowling 1: variant 1"});
  EXPECT_EQ(names("He left the United States early.", "He left America early."),
            Lines{"United States 1: replaced America 1"});
  EXPECT_EQ(names("We like him and Ana.", "We like him."), Lines{"Ana 1: lost 1"});
}

/// A plural without "the" is a name of its own, and another one.
TEST(Names, AreNotPluralsOfNamesThatOnlyEndLikeThem) {
  EXPECT_EQ(names("We met William there.", "We met Williams there."),
            Lines{"William 1: near Williams 1"});
}

TEST(Names, AreKeptInsideLongerOnesAndInSmallLettersInPlace) {
  EXPECT_EQ(names("We like Finley a lot.", "We like Erica Finley a lot."),
            Lines{"Finley 1: kept 1"});
  EXPECT_EQ(names("They read it on Facebook today.", "They read it on facebook today."),
            Lines{"Facebook 1: kept 1"});
}

TEST(Names, AreKeptNoMoreOftenThanTheRewriteHasThem) {
  EXPECT_EQ(
      names("We saw Ana. Then we saw Ana. Later we saw Ana.", "Then we saw Ana. Later we saw Ana."),
      Lines{"Ana 3: kept 2, lost 1"});
}

TEST(Names, AreNearMissesElsewhereOnlyIfTheyBeginAlike) {
  const std::string hills = " The sun shines on the hill. Nobody else was there at all.";
  EXPECT_EQ(names("Then came Finley." + hills, hills + " Here is the book of Finlay."),
            Lines{"Finley 1: near Finlay 1"});
  EXPECT_EQ(names("Then came Finley." + hills, hills + " Here is the book of Kinley."),
            Lines{"Finley 1: lost 1"});
}

/// Martin is not a slip for Marvin where both are spoken of.
TEST(Names, AreNoNearMissesOfEachOther) {
  EXPECT_EQ(names("We saw Martin and we heard Marvin.", "We saw Marvin and we heard Marvin."),
            (Lines{"Martin 1: replaced Marvin 1", "Marvin 1: kept 1"}));
}

TEST(Names, InDisguiseAreTheSame) {
  EXPECT_EQ(names("We met Erica Finley there.", "We met Eri\u00ADca Fіnley there."),  // Cyrillic і
            Lines{"Erica Finley 1: kept 1"});
}

TEST(Names, MisspeltInATextAreReportedAndNothingElse) {
  std::string text = testing::corpus_text("railway-station/original");
  const std::string source = text;
  const std::size_t at = text.find("Tomasz Wrona");
  ASSERT_NE(at, std::string::npos);
  text.replace(at, 6, "Tomas");
  PreparedPair pair;
  pair.assign({source, text});
  const std::vector<TermRecord> records = find_names(pair);
  ASSERT_GE(records.size(), 5u);
  EXPECT_TRUE(testing::fates_add_up(records));
  for (const TermRecord& record : records) {
    if (record.term == "Tomasz Wrona") {
      EXPECT_EQ(testing::described(record), "Tomasz Wrona 1: near Tomas Wrona 1");
    } else {
      EXPECT_EQ(record.kept, record.occurrences) << record.term;
    }
  }
}

TEST(Names, OfEveryPairOfArticlesHaveFatesThatAddUp) {
  for (const char* subject : testing::corpus_subjects) {
    for (const char* kind : {"spun", "reworded", "shortened", "same_topic"}) {
      const std::string source = testing::corpus_text(std::string(subject) + "/original");
      const std::string rewrite = testing::corpus_text(std::string(subject) + "/" + kind);
      PreparedPair pair;
      pair.assign({source, rewrite});
      EXPECT_TRUE(testing::fates_add_up(find_names(pair))) << subject << " " << kind;
    }
  }
}

/// Quadratic work here would take minutes: the test's time limit is the assertion.
TEST(Names, OfALongTextAreFoundInNoTime) {
  std::string source;
  std::string rewrite;
  for (int i = 0; i < 40'000; ++i) {
    source += "he met Name" + std::to_string(i % 9'000) + " and Finley there. ";
    rewrite += "he met Nome" + std::to_string(i % 9'000) + " and Finley here. ";
  }
  EXPECT_FALSE(names(source, rewrite).empty());
}

TEST(Names, ChainsOfInitialsTakeLinearTimeAndBoundedMemory) {
  // The stack of a reader that goes to the end of the chain for each initial would not last.
  std::string initials;
  std::string partners = "A";
  for (int i = 0; i < 50'000; ++i) {
    initials += static_cast<char>('A' + i % 26);
    initials += ". ";
    partners += "&A";
  }
  for (const std::string& text : {initials, partners}) {
    PreparedPair pair;
    pair.assign({text, text});
    for (const TermRecord& record : find_names(pair)) {
      EXPECT_EQ(record.preserved(), record.occurrences) << record.term.size();
    }
  }
}

}  // namespace
}  // namespace unspin
