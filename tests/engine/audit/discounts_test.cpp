#include "engine/audit/discounts.hpp"

#include <gtest/gtest.h>
#include <optional>
#include <string>

#include "engine/score/prepared_pair.hpp"

namespace unspin {
namespace {

/// What is set for each word, as a letter: none, quotation, common, ignored.
std::string shown(const std::vector<Discount>& discounts) {
  std::string text;
  for (const Discount discount : discounts) {
    text += ".qci"[static_cast<std::size_t>(discount)];
  }
  return text;
}

/// The discounts of a text, '#' in `common` being the words that very many originals have.
std::string discounts_of(const std::string& text, const std::string& common = "",
                         const IgnoredTexts* ignored = nullptr,
                         std::span<const QuotedRange> quoted = {}) {
  PreparedPair pair;
  pair.assign({.source = "", .rewrite = text});
  std::vector<bool> is_common;
  for (const char c : common) {
    is_common.push_back(c == '#');
  }
  std::vector<Discount> discounts = {Discount::ignored};  // to be overwritten
  find_discounts({.text = text, .quoted = quoted, .common = &is_common, .ignored = ignored},
                 pair.words(TextIndex::rewrite), discounts);
  return shown(discounts);
}

TEST(Discounts, PlainTextHasNone) {
  EXPECT_EQ(discounts_of("Nothing is said here by anybody."), "......");
  EXPECT_EQ(discounts_of(""), "");
}

TEST(Discounts, QuotationsAreWhatStandsBetweenMarks) {
  EXPECT_EQ(discounts_of("She said “come in, please” and left."), "..qqq..");
  EXPECT_EQ(discounts_of("“All of it.”"), "qqq");
  EXPECT_EQ(discounts_of("An empty “” one, and “...” one."), ".....");
}

TEST(Discounts, QuotationsAreLinesBehindAnAngle) {
  EXPECT_EQ(discounts_of("He wrote:\n> come in\n> please\nand left."), "..qqq..");
  EXPECT_EQ(discounts_of("> one two"), "qq");
  EXPECT_EQ(discounts_of("one > two\n three > four\n"), "....") << "the line must begin with it";
}

TEST(Discounts, QuotationsAreWhatThePageSetsApart) {
  const std::string text = "He wrote:\n\nCome in please.\n\nAnd left.";
  const QuotedRange set_apart[] = {{text.find("Come"), text.find("And")}};
  EXPECT_EQ(discounts_of(text, "", nullptr, set_apart), "..qqq..");
  const QuotedRange whole[] = {{0, text.size()}};
  EXPECT_EQ(discounts_of(text, "", nullptr, whole), "qqqqqqq");
  const QuotedRange within_a_word[] = {{text.find("ome"), text.find("lease")}};
  EXPECT_EQ(discounts_of(text, "", nullptr, within_a_word), "...q...") << "whole words only";
}

TEST(Discounts, CommonWordsCountInRunsOfTen) {
  const std::string words = "a b c d e f g h i j k l m n o p q r s t u v w x y z";
  EXPECT_EQ(discounts_of(words, "..##########.............."), "..cccccccccc..............");
  EXPECT_EQ(discounts_of(words, "..#########..............."), "..........................");
  EXPECT_EQ(discounts_of(words, "................##########"), "................cccccccccc");
}

TEST(Discounts, SlotsOfATemplateBelongToIt) {
  const std::string words = "a b c d e f g h i j k l m n o p q r s t u v w x y z";
  EXPECT_EQ(discounts_of(words, ".#####......#####........."), ".cccccccccccccccc.........")
      << "six words between two runs of five";
  EXPECT_EQ(discounts_of(words, ".#####.......#####........"), "..........................")
      << "seven are too many";
  EXPECT_EQ(discounts_of(words, ".#####..####.............."), "..........................")
      << "four common words hold no slot";
  EXPECT_EQ(discounts_of(words, ".#####..#####...#####....."), ".cccccccccccccccccccc.....");
  EXPECT_EQ(discounts_of(words, ".##########......####....."), ".cccccccccc...............");
}

TEST(Discounts, IgnoredAreRunsOfFiveWords) {
  IgnoredTexts ignored;
  EXPECT_TRUE(ignored.empty());
  ignored.add("All rights reserved by the owners of this site.");
  EXPECT_FALSE(ignored.empty());
  EXPECT_EQ(discounts_of("Here all RIGHTS reserved, by the owners of nothing.", "", &ignored),
            ".iiiiiii.");
  EXPECT_EQ(discounts_of("All rights reserved by nobody.", "", &ignored), ".....");
  EXPECT_EQ(discounts_of("By the owners of this", "", &ignored), "iiiii");
  EXPECT_EQ(discounts_of("this of owners the by", "", &ignored), ".....") << "order counts";
}

TEST(Discounts, FewerThanFiveWordsAreNeverIgnored) {
  IgnoredTexts ignored;
  ignored.add("All rights reserved.");
  ignored.add("");
  EXPECT_TRUE(ignored.empty());
  EXPECT_EQ(discounts_of("All rights reserved.", "", &ignored), "...");
}

TEST(Discounts, RunsOfTwoIgnoredTextsAreNotJoined) {
  IgnoredTexts ignored;
  ignored.add("one two three four five");
  ignored.add("six seven eight nine ten");
  EXPECT_EQ(discounts_of("four five six seven eight", "", &ignored), ".....");
  EXPECT_EQ(discounts_of("one two three four five six seven eight nine ten", "", &ignored),
            "iiiiiiiiii");
}

}  // namespace
}  // namespace unspin
