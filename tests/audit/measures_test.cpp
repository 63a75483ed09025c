#include "tests/audit/measures.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace unspin::audit_set {
namespace {

/// Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
TEST(Wilson, GivesThePublishedIntervals) {
  const auto expect = [](std::size_t hits, std::size_t tries, double low, double high) {
    EXPECT_NEAR(wilson(hits, tries).low, low, 0.00005) << hits;
    EXPECT_NEAR(wilson(hits, tries).high, high, 0.00005) << hits;
  };
  expect(81, 263, 0.2553, 0.3662);
  expect(15, 148, 0.0624, 0.1605);
  expect(0, 20, 0, 0.1611);
  expect(1, 29, 0.0061, 0.1718);
}

TEST(Wilson, KnowsNothingWithoutTries) {
  EXPECT_EQ(wilson(0, 0).low, 0);
  EXPECT_EQ(wilson(0, 0).high, 1);
}

TEST(PlagdetMeasure, IsOneForWhatIsFoundExactly) {
  const CopiedPassage passage{1, 1, {100, 200}, {0, 100}};
  const Plagdet result = plagdet({passage}, {passage});
  EXPECT_EQ(result.precision, 1);
  EXPECT_EQ(result.recall, 1);
  EXPECT_EQ(result.granularity, 1);
  EXPECT_EQ(result.plagdet, 1);
}

/// A case of 100 + 100 bytes. Found are its first 50 + 50, and again 50 + 50 of which 25 + 25 lie
/// within; they share 0. Recall (50 + 25 + 50 + 25) / 200, precision (1 + 50 / 100) / 2.
TEST(PlagdetMeasure, CountsBytesOfBothTextsAndPiecesOfACase) {
  const Plagdet result = plagdet({{1, 1, {100, 200}, {0, 100}}},
                                 {{1, 1, {100, 150}, {0, 50}}, {1, 1, {175, 225}, {75, 125}}});
  EXPECT_DOUBLE_EQ(result.recall, 0.75);
  EXPECT_DOUBLE_EQ(result.precision, 0.75);
  EXPECT_DOUBLE_EQ(result.granularity, 2);
  EXPECT_DOUBLE_EQ(result.plagdet, 0.75 / std::log2(3));
}

TEST(PlagdetMeasure, CountsABytesOnceHoweverOftenItIsFound) {
  const CopiedPassage half{1, 1, {100, 150}, {0, 50}};
  const Plagdet result = plagdet({{1, 1, {100, 200}, {0, 100}}}, {half, half, half});
  EXPECT_DOUBLE_EQ(result.recall, 0.5);
  EXPECT_DOUBLE_EQ(result.granularity, 3);
}

TEST(PlagdetMeasure, TakesOnlyWhatOverlapsInBothTexts) {
  const CopiedPassage passage{1, 1, {100, 200}, {0, 100}};
  for (const CopiedPassage& wrong :
       {CopiedPassage{2, 1, {100, 200}, {0, 100}}, CopiedPassage{1, 2, {100, 200}, {0, 100}},
        CopiedPassage{1, 1, {100, 200}, {100, 200}}}) {
    EXPECT_EQ(plagdet({passage}, {wrong}).plagdet, 0);
    EXPECT_EQ(plagdet({passage}, {wrong}).granularity, 1);
    EXPECT_DOUBLE_EQ(plagdet({passage}, {passage, wrong}).precision, 0.5);
  }
}

TEST(PlagdetMeasure, OfNothingIsZero) {
  EXPECT_EQ(plagdet({}, {}).plagdet, 0);
  EXPECT_EQ(plagdet({{1, 1, {0, 9}, {0, 9}}}, {}).recall, 0);
}

}  // namespace
}  // namespace unspin::audit_set
