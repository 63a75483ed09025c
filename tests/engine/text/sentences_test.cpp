#include "engine/text/sentences.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

using Starts = std::vector<std::uint32_t>;

TEST(Sentences, BeginAfterFullStopsAndLineBreaks) {
  EXPECT_EQ(sentence_starts("One here. Two there! 3.5 is a number."), (Starts{0, 10, 21}));
  EXPECT_EQ(sentence_starts("A title\nThe text."), (Starts{0, 8}));
  EXPECT_EQ(sentence_starts(""), Starts{});
}

TEST(Sentences, HaveByteOffsets) {
  EXPECT_EQ(sentence_starts("Café. Zwei."), (Starts{0, 7}));
  EXPECT_EQ(sentence_starts("好。坏。"), (Starts{0, 6}));
}

}  // namespace
}  // namespace unspin
