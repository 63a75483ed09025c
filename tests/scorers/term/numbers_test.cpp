// The same value in two forms is a variant; another value is not.
#include "scorers/term/numbers.hpp"

#include <gtest/gtest.h>

#include "tests/files.hpp"
#include "tests/scorers/term/described_records.hpp"

namespace unspin {
namespace {

using testing::Lines;

Lines numbers(std::string_view source, std::string_view rewrite) {
  return testing::found(find_numbers, source, rewrite);
}

Lines numbers(std::string_view text) {
  PreparedPair pair;
  pair.assign({text, text});
  Lines all;
  for (const TermRecord& record : find_numbers(pair)) {
    EXPECT_EQ(record.kept, record.occurrences) << record.term;
    all.push_back(record.term);
  }
  return all;
}

struct Forms {
  std::string one, other;
};

class SameNumber : public ::testing::TestWithParam<Forms> {};

TEST_P(SameNumber, InAnotherFormIsAVariant) {
  const auto& [one, other] = GetParam();
  const auto both = {std::pair(one, other), std::pair(other, one)};
  for (const auto& [from, to] : both) {
    EXPECT_EQ(numbers("It was " + from + ", they say.", "It was " + to + ", they say."),
              Lines{from + " 1: variant 1"});
  }
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, SameNumber,
    ::testing::Values(
        Forms{"1,000", "1000"}, Forms{"1 000", "one thousand"}, Forms{"1,000", "1 000"},
        Forms{"50%", "fifty per cent"}, Forms{"50 percent", "50%"}, Forms{"half", "50%"},
        Forms{"$5 million", "5,000,000 dollars"}, Forms{"US$5m", "$5 million"},
        Forms{"$5 million", "five million US dollars"}, Forms{"£3.5bn", "3.5 billion pounds"},
        Forms{"20 €", "€20"}, Forms{"3 km", "three kilometers"}, Forms{"3km", "3 kilometres"},
        Forms{"3rd", "third"}, Forms{"21st", "twenty-first"}, Forms{"2/3", "two thirds"},
        Forms{"½", "half"}, Forms{"2.5", "two and a half"}, Forms{"0.25", "¼"},
        Forms{"1990s", "nineties"}, Forms{"12 March 2020", "March 12, 2020"},
        Forms{"2020-03-12", "12th of March 2020"}, Forms{"31/12/1999", "31 December 1999"},
        Forms{"March 2020", "Mar. 2020"}, Forms{"10:00", "10 a.m."}, Forms{"10pm", "22:00"},
        Forms{"ten o'clock", "10:00"}, Forms{"10:30 p.m.", "22:30"}, Forms{"10k", "10,000"},
        Forms{"nine hundred and ninety-nine million", "999,000,000"},
        Forms{"12-year", "twelve years"}, Forms{"a dozen", "twelve"},
        Forms{"half a million", "500,000"}, Forms{"two", "2"}, Forms{"minus 5", "−5"},
        Forms{"30 °C", "30 degrees Celsius"}, Forms{"5 miles per hour", "5 mph"},
        Forms{"$450", "450"}));

class OtherNumber : public ::testing::TestWithParam<Forms> {};

TEST_P(OtherNumber, InItsPlaceHasReplacedIt) {
  const auto& [one, other] = GetParam();
  EXPECT_EQ(numbers("It was " + one + " they say.", "It was " + other + " they say."),
            Lines{one + " 1: replaced " + other + " 1"});
}

INSTANTIATE_TEST_SUITE_P(Numbers, OtherNumber,
                         ::testing::Values(Forms{"12", "21"}, Forms{"12 pounds", "12 kilos"},
                                           Forms{"1,000", "10,000"}, Forms{"3rd", "2nd"},
                                           Forms{"50%", "50 days"}, Forms{"2016", "2017"},
                                           Forms{"1990s", "1980s"},
                                           Forms{"5 million", "5 billion"}));

TEST(Numbers, AreReadWithWhatBelongsToThem) {
  EXPECT_EQ(numbers("From 10–12 km it cost £5 to $7.50 in 2016, at 9:30 on 4 May."),
            (Lines{"10", "12 km", "£5", "$7.50", "2016", "9:30", "4 May"}));
  EXPECT_EQ(numbers("There were two, one hundred and three, and one year."),
            (Lines{"two", "one hundred and three", "one year"}));
}

TEST(Numbers, ShareNoWord) { EXPECT_EQ(numbers("It has 12 USD 40."), (Lines{"12 USD", "40"})); }

TEST(Numbers, AreNotDigitsInWordsAddressesAndLists) {
  EXPECT_EQ(numbers("The A4 MP3 of COVID-19 is at example.com/2020/12.\n1. Goals\n2) Means"),
            Lines{});
  EXPECT_EQ(numbers("The mid-1990s and a 24-hour day."), (Lines{"1990s", "24-hour"}));
}

TEST(Numbers, AreNotWordsThatOnlyLookLikeThem) {
  EXPECT_EQ(numbers("One of them may march first, a hundred others in a second, one day."),
            Lines{});
  EXPECT_EQ(numbers("The first half was half-hearted."), Lines{});
}

/// "One" is no number by itself, but it is what became of one.
TEST(Numbers, MayBecomeSuchWords) {
  EXPECT_EQ(numbers("It has 1 door and 100 rooms.", "It has one door and a hundred rooms."),
            (Lines{"1 1: variant 1", "100 1: variant 1"}));
}

TEST(Numbers, MayBeLostOrReplacedByWords) {
  EXPECT_EQ(numbers("It has 214 members now.", "It has members now."), Lines{"214 1: lost 1"});
  EXPECT_EQ(numbers("It has 214 members now.", "It has countless members now."),
            Lines{"214 1: replaced countless 1"});
}

TEST(Numbers, AreKeptNoMoreOftenThanTheRewriteHasThem) {
  EXPECT_EQ(
      numbers("First 5 came. Then 5 went. At last 5 stayed.", "Then 5 went. At last 5 stayed."),
      Lines{"5 3: kept 2, lost 1"});
}

TEST(Numbers, AreTakenAsTheyAreIfTheyHaveNoValue) {
  EXPECT_EQ(numbers("Take version 1.2.3 or 24/7.", "Take version 1.2.3 or 24/7."),
            (Lines{"1.2.3 1: kept 1", "24/7 1: kept 1"}));
  EXPECT_EQ(numbers("Call 123456789012345678901234."), Lines{"123456789012345678901234"});
}

TEST(Numbers, ChangedInATextAreReportedAndNothingElse) {
  const std::string source = testing::corpus_text("city-bees/original");
  std::string rewrite = source;
  rewrite.replace(rewrite.find("214"), 3, "241");
  PreparedPair pair;
  pair.assign({source, rewrite});
  const std::vector<TermRecord> records = find_numbers(pair);
  ASSERT_GE(records.size(), 10u);
  EXPECT_TRUE(testing::fates_add_up(records));
  for (const TermRecord& record : records) {
    if (record.term == "214") {
      EXPECT_EQ(testing::described(record), "214 1: replaced 241 1");
    } else {
      EXPECT_EQ(record.kept, record.occurrences) << record.term;
    }
  }
}

/// Quadratic work here would take minutes: the test's time limit is the assertion.
TEST(Numbers, OfALongTextAreFoundInNoTime) {
  std::string source;
  std::string rewrite;
  for (int i = 0; i < 60'000; ++i) {
    source += std::to_string(i % 9'000) + " and 7 of two million. ";
    rewrite += std::to_string(i % 9'001 + 1) + " or seven of 2,000,000. ";
  }
  EXPECT_FALSE(numbers(source, rewrite).empty());
}

}  // namespace
}  // namespace unspin
