#include <cmath>
#include <gtest/gtest.h>

#include "tests/files.hpp"
#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

using testing::score_of;

const std::string panels =
    "A solar panel is cheap. Each solar panel lasts. They sell a solar panel.";

double consistency(const std::string& source, const std::string& rewrite) {
  return score_of("term_consistency", source, rewrite).value;
}

TEST(TermConsistency, IsHighForOneRenderingWhicheverItIs) {
  EXPECT_DOUBLE_EQ(consistency(panels, panels), 1);
  EXPECT_DOUBLE_EQ(
      consistency(panels, "A sun board is cheap. Each sun board lasts. They sell a sun board."), 1);
  EXPECT_DOUBLE_EQ(
      consistency(panels,
                  "A solar panel is cheap. Each solar panel lasts. They sell solar panels."),
      1)
      << "inflections are one rendering";
}

TEST(TermConsistency, IsLowForManyRenderings) {
  EXPECT_DOUBLE_EQ(
      consistency(panels, "A sun board is cheap. Each solar plate lasts. They sell a light slab."),
      1.0 / 3);
}

TEST(TermConsistency, DoesNotCountWhatWasLost) {
  EXPECT_DOUBLE_EQ(consistency(panels, "A solar panel is cheap. Each sun board lasts."), 0.5);
  const auto once = score_of("term_consistency", panels, "A solar panel is cheap.");
  EXPECT_TRUE(std::isnan(once.value));
  EXPECT_EQ(once.missing_because,
            "no term of the source has a rendering in two places of the rewrite");
}

TEST(TermConsistency, TellsTwoVariantsFromOne) {
  const std::string source =
      "A search engine optimizer (SEO) writes. This search engine optimizer counts. One search "
      "engine optimizer reads.";
  EXPECT_DOUBLE_EQ(consistency(source, source), 1);
  EXPECT_DOUBLE_EQ(consistency(source,
                               "A search engine optimizer (SEO) writes. This SEO counts. "
                               "One SEO reads."),
                   2.0 / 3);
}

}  // namespace
}  // namespace unspin
