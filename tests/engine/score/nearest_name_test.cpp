#include "engine/score/nearest_name.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

constexpr std::string_view known[] = {"bleu", "chrf", "rougeL"};

TEST(NearestName, SuggestsWhatIsSpelledAlikeElseListsAll) {
  EXPECT_EQ(suggest_name("blue", known), "did you mean bleu?");
  EXPECT_EQ(suggest_name("rouge", known), "did you mean rougeL?");
  EXPECT_EQ(suggest_name("ROUGE-L", known), "did you mean rougeL?");
  EXPECT_EQ(suggest_name("BLEU", known), "did you mean bleu?");
  EXPECT_EQ(suggest_name("perplexity", known), "there are: bleu, chrf, rougeL");
}

}  // namespace
}  // namespace unspin
