// Names in lines: nothing is lost that tells variants apart.
#include "engine/report/label_lines.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

using Lines = std::vector<std::string>;

TEST(LabelLines, AreOneIfItFits) {
  EXPECT_EQ(label_lines("chrf:beta=1", 11), (Lines{"chrf:beta=1"}));
  EXPECT_EQ(label_lines("", 11), (Lines{""}));
}

TEST(LabelLines, BreakBehindColonsAndCommas) {
  EXPECT_EQ(label_lines("bleu:tokenize=intl,lowercase", 26),
            (Lines{"bleu:tokenize=intl,", "lowercase"}));
  EXPECT_EQ(label_lines("bleu:tokenize=intl,lowercase", 16),
            (Lines{"bleu:", "tokenize=intl,", "lowercase"}));
}

TEST(LabelLines, LeaveOutTheMiddleOfAPartThatIsTooLong) {
  EXPECT_EQ(label_lines("abcdefghij", 5), (Lines{"ab…ij"}));
  EXPECT_EQ(label_lines("abcdefghij", 6), (Lines{"abc…ij"}));
}

}  // namespace
}  // namespace unspin
