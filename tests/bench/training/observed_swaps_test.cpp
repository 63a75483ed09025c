#include "bench/training/observed_swaps.hpp"

#include <gtest/gtest.h>
#include <string>

#include "tests/engine/io/scratch_folder.hpp"

namespace unspin::training {
namespace {

std::string replacements(const SwapList& swaps, const std::string& from) {
  std::string all;
  for (const Replacement& replacement : swaps.find(from)) {
    all += (all.empty() ? "" : ", ") + replacement.text;
  }
  return all;
}

TEST(ObservedSwaps, ARowOfAsManyWordsOnEitherSideIsAsManySwaps) {
  const SwapList swaps = clean_swaps({{"community management", "group administration", 11}});
  EXPECT_EQ(replacements(swaps, "community"), "group");
  EXPECT_EQ(replacements(swaps, "management"), "administration");
}

TEST(ObservedSwaps, OfAnUnevenRowOnlyWhatNothingElseExplainsIsLeft) {
  const SwapList swaps = clean_swaps({{"brand", "model", 26},
                                      {"boost brand", "spice up model", 5},
                                      {"management", "administration", 14},
                                      {"management", "administration listed", 1},
                                      {"before", "earlier than", 6}});
  EXPECT_EQ(replacements(swaps, "boost"), "spice up");
  EXPECT_EQ(replacements(swaps, "management"), "administration");
  EXPECT_EQ(replacements(swaps, "before"), "earlier than");
}

TEST(ObservedSwaps, ArticlesAndFunctionWordsForContentWordsAreTheDiffsNoise) {
  const SwapList swaps = clean_swaps({{"a statement", "an announcement", 3},
                                      {"the lending", "new credit", 1},
                                      {"company", "mattress tub past", 1}});
  EXPECT_EQ(replacements(swaps, "a"), "");
  EXPECT_EQ(replacements(swaps, "the"), "");
  EXPECT_EQ(replacements(swaps, "statement"), "announcement");
}

TEST(ObservedSwaps, ABranchHasItsFamilysSwapsToo) {
  const testing::ScratchFolder folder;
  folder.put("swaps.tsv",
             "family\tfrom\tto\tcount\nF1\tcompany\u2019s\tfirm\u2019s\t2\nF1c\tbegin\tstart\t1\n");
  const auto by_family = read_observed_swaps(folder.path("swaps.tsv"));
  EXPECT_EQ(replacements(by_family.at("F1c"), "company's"), "firm's");
  EXPECT_EQ(replacements(by_family.at("F1"), "begin"), "");
}

}  // namespace
}  // namespace unspin::training
