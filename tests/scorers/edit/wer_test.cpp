#include <gtest/gtest.h>

#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

using testing::score_of;

/// Edits and reference words of the reference that counts.
std::vector<double> counts(const std::vector<std::string_view>& references,
                           std::string_view rewrite) {
  PreparedPair pair;
  pair.assign({references.at(0), rewrite, references});
  std::vector<Selected> selected;
  select("wer", selected);
  std::vector<Score> scores;
  score_pair(pair, selected, scores);
  return {scores.at(0).statistics[0], scores.at(0).statistics[1]};
}

TEST(Wer, TakesTheNearestOfSeveralReferences) {
  EXPECT_EQ(counts({"a b c d", "a b c x"}, "a b c x"), (std::vector<double>{0, 4}));
  EXPECT_EQ(counts({"a b c x", "a b c d"}, "a b c x"), (std::vector<double>{0, 4}));
  EXPECT_EQ(counts({"a b", "a b c d e f g h"}, "a x c d e f g h"), (std::vector<double>{1, 8}))
      << "by rate";
}

TEST(Wer, ReadsWordsAsTheyAreWritten) {
  EXPECT_EQ(score_of("wer", "The cat.", "the cat").value, 1);
  EXPECT_EQ(score_of("wer", "the cat", " the\n cat ").value, 0);
}

TEST(Wer, OfALongRewriteIsOverOne) { EXPECT_EQ(score_of("wer", "a", "b c d").value, 3); }

TEST(Wer, OfAnEmptyReferenceIsTheWordsThereAre) {
  EXPECT_EQ(score_of("wer", "", "").value, 0);
  EXPECT_EQ(score_of("wer", "", "peaceful silence").value, 2);
}

}  // namespace
}  // namespace unspin
