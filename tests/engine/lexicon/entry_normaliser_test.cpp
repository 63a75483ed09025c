#include "engine/lexicon/entry_normaliser.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

TEST(EntryNormaliser, CutsAndFoldsAsTextsAre) {
  EntryNormaliser normaliser;
  EXPECT_EQ(normaliser.entry("Full-Time"), "full time");
  EXPECT_EQ(normaliser.entry("  carry   out "), "carry out");
  EXPECT_EQ(normaliser.entry("O’Brien"), "o'brien");
  EXPECT_EQ(normaliser.entry("ÜBER"), "über");
  EXPECT_EQ(normaliser.entry("'hood"), "hood");
  EXPECT_EQ(normaliser.entry("..."), "");
  EXPECT_EQ(normaliser.entry(""), "");
  EXPECT_EQ(normaliser.entry("a b c d e"), "a b c d e");
  EXPECT_EQ(normaliser.entry("a b c d e f"), "");
}

TEST(EntryNormaliser, TellsSingleWords) {
  EntryNormaliser normaliser;
  EXPECT_EQ(normaliser.word("Straße"), "strasse");
  EXPECT_EQ(normaliser.word("don't"), "don't");
  EXPECT_EQ(normaliser.word("1,000"), "1,000");
  EXPECT_EQ(normaliser.word("full-time"), "");
  EXPECT_EQ(normaliser.word("'s"), "");
  EXPECT_EQ(normaliser.word("word "), "");
  EXPECT_EQ(normaliser.word(","), "");
}

}  // namespace
}  // namespace unspin
