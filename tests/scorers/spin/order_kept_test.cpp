#include <cmath>
#include <gtest/gtest.h>
#include <string>

#include "tests/files.hpp"
#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

using testing::score_of;

double kept(const std::string& source, const std::string& rewrite) {
  return score_of("order_kept", source, rewrite).value;
}

const std::string ferry = "The old ferry crossed the harbour twice a day. ";             // 9 words
const std::string pigeons = "Behind the engine room the captain kept eleven pigeons. ";  // 9 words
const std::string bell = "A bronze bell rang whenever fog rolled in. ";                  // 8 words

TEST(OrderKept, IsWholeWhatEverWordsWereSwappedDroppedOrInserted) {
  EXPECT_DOUBLE_EQ(kept(ferry + pigeons,
                        "The old boat crossed a wide harbour. "
                        "Behind the room the skipper kept eleven pigeons."),
                   1);
  EXPECT_DOUBLE_EQ(kept(ferry + bell + pigeons, ferry + pigeons), 1);
  EXPECT_DOUBLE_EQ(kept(ferry + pigeons, ferry + bell + pigeons), 1);
}

TEST(OrderKept, IsHalfWhenHalvesAreSwapped) {
  EXPECT_DOUBLE_EQ(kept(ferry + pigeons, pigeons + ferry), 0.5);
  EXPECT_DOUBLE_EQ(kept(ferry + pigeons + bell, bell + ferry + pigeons), 18.0 / 26);
  EXPECT_DOUBLE_EQ(kept(ferry + pigeons + bell, bell + pigeons + ferry), 9.0 / 26);
}

TEST(OrderKept, OfSwappedParagraphsIsThatOfTheLongerOne) {
  EXPECT_DOUBLE_EQ(kept(ferry + pigeons + "\n" + bell, bell + "\n" + ferry + pigeons), 18.0 / 26);
}

TEST(OrderKept, HasNoValueIfNothingWasKept) {
  for (const auto& [source, rewrite] :
       {std::pair{"", ""}, {"", "one word"}, {"one word", ""}, {"one word", "other things"}}) {
    EXPECT_TRUE(std::isnan(kept(source, rewrite)));
    EXPECT_EQ(score_of("order_kept", source, rewrite).missing_because, "no word was kept");
  }
}

TEST(OrderKept, IsWholeInSpunArticles) {
  for (const std::string subject : testing::corpus_subjects) {
    const std::string original = testing::corpus_text(subject + "/original");
    EXPECT_DOUBLE_EQ(kept(original, testing::corpus_text(subject + "/spun")), 1) << subject;
    const std::size_t middle = original.find('\n', original.size() / 2) + 1;
    const double swapped = kept(original, original.substr(middle) + original.substr(0, middle));
    EXPECT_GT(swapped, 0.45) << subject;
    EXPECT_LT(swapped, 0.65) << subject;
  }
}

}  // namespace
}  // namespace unspin
