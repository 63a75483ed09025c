#include "engine/report/terminal_factors.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace unspin {
namespace {

Factor factor(std::string_view meaning, double value, double pull) {
  return {.name = "any",
          .meaning = meaning,
          .unit = "",
          .decimals = 1,
          .value = value,
          .honest_low = 0.44,
          .honest_middle = 4.7,
          .honest_high = 13.4,
          .pull = pull};
}

class TerminalFactors : public ::testing::Test {
 protected:
  std::string table(std::size_t width = 80, bool colour = false) const {
    std::string out;
    LineWriter lines(width, colour, out);
    put_factors(verdict, lines);
    return out;
  }
  bool has(std::string_view part, std::size_t width = 80, bool colour = false) const {
    return table(width, colour).find(part) != std::string::npos;
  }

  Verdict verdict{.label = Label::spun,
                  .factors = {factor("short swaps", 20.6, 4),
                              {.name = "runs",
                               .meaning = "runs of the original",
                               .unit = "%",
                               .value = 29,
                               .honest_low = 3,
                               .honest_middle = 42,
                               .honest_high = 81,
                               .pull = -2},
                              factor("other endings", 1, 0)},
                  .against = Label::paraphrase,
                  .head_start = -1};
};

TEST_F(TerminalFactors, StandBesideHonestTextsWithABarToTheSideTheySpeakFor) {
  EXPECT_EQ(table(),
            "What moved it  a bar to the right speaks for spun, to the left for paraphrase; !\n"
            "               is outside of what 98 in 100 honest rewrites have\n"
            "  here   honest  98 in 100\n"
            "  20.6 !    4.7  0.4–13.4        │█████  short swaps\n"
            "   29%      42%  3–81%        ▐██│       runs of the original\n"
            "   1.0      4.7  0.4–13.4        │       other endings\n"
            "  All of it together makes spun 2.7 times as probable as paraphrase.\n"
            "\n");
}

TEST_F(TerminalFactors, HaveTheirMeaningBelowOnANarrowScreen) {
  EXPECT_TRUE(
      has("  20.6 !    4.7  0.4–13.4      │███\n"
          "    short swaps\n",
          44));
}

TEST_F(TerminalFactors, HaveLongerBarsOnAWideScreen) {
  EXPECT_TRUE(has("0.4–13.4           │████████  short swaps\n", 120));
}

TEST_F(TerminalFactors, ASideHasTheColourOfItsLabel) {
  EXPECT_TRUE(has("\x1b[1;31m█████\x1b[0m", 80, true));
  EXPECT_TRUE(has("\x1b[1;32m▐██\x1b[0m", 80, true));
  EXPECT_TRUE(has("\x1b[1m20.6\x1b[0m", 80, true)) << "a figure that no honest text has";
}

TEST_F(TerminalFactors, AreMarkedBelowTheUsualToo) {
  verdict.factors[0].value = 0.2;
  EXPECT_TRUE(has("\n   0.2 !    4.7"));
  verdict.factors[0].value = 0.44;
  EXPECT_TRUE(has("\n   0.4      4.7"));
}

TEST_F(TerminalFactors, SayWhenWhatIsMoreProbableIsNotSaid) {
  verdict.label = Label::paraphrase;
  verdict.against = Label::spun;
  verdict.head_start = -2 - std::log(3);
  EXPECT_TRUE(
      has("  All of it together makes spun 3.0 times as probable as paraphrase, but that is\n"
          "  not sure enough to accuse anyone.\n"));
}

TEST_F(TerminalFactors, MakeNoMoreOfLargeOddsThanThereIs) {
  verdict.head_start = 40;
  EXPECT_TRUE(has("makes spun more than 1000 times as probable"));
  verdict.head_start = std::log(30) - 2;
  EXPECT_TRUE(has("makes spun 30 times as probable"));
}

TEST_F(TerminalFactors, AreNotThereIfNoModelSpoke) {
  verdict.factors.clear();
  verdict.against.reset();
  EXPECT_EQ(table(), "");
}

TEST_F(TerminalFactors, PullingNothingAtAllHaveNoBars) {
  for (Factor& one : verdict.factors) {
    one.pull = 0;
  }
  EXPECT_EQ(table().find("█"), std::string::npos);
}

}  // namespace
}  // namespace unspin
