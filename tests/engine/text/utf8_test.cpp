#include "engine/text/utf8.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

TEST(Utf8, FindsTheFirstBadByte) {
  EXPECT_EQ(first_invalid_utf8("naïve – 中文 😀"), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("ab\xFF"), 2u);
  EXPECT_EQ(first_invalid_utf8("é\xC3"), 2u);         // cut off
  EXPECT_EQ(first_invalid_utf8("\xED\xA0\x80"), 0u);  // a surrogate
  EXPECT_EQ(first_invalid_utf8("x\xC0\x80"), 1u);     // overlong
}

TEST(Utf8, FindsTheFirstByteThatIsNotAscii) {
  for (std::size_t at = 0; at < 20; ++at) {
    const std::string text = std::string(at, 'a') + "é" + std::string(9, 'b');
    EXPECT_EQ(find_non_ascii(text, 0), at);
    EXPECT_EQ(find_non_ascii(text, at + 2), text.size());
  }
  EXPECT_EQ(find_non_ascii("", 0), 0u);
}

TEST(Utf8, RepairsWhatIsBrokenAndCountsIt) {
  const RepairedText repaired = replace_invalid_utf8(
      "a\xFF"
      "b\xE4\xB8"
      "c");
  EXPECT_EQ(repaired.text, "a\uFFFDb\uFFFDc");
  EXPECT_EQ(repaired.replaced, 2u);
  EXPECT_EQ(replace_invalid_utf8("schön").replaced, 0u);
}

TEST(Utf8, TakesCodePointsApartAndPutsThemTogether) {
  const std::string text = "aé中😀";
  std::u32string code_points;
  append_code_points(text, code_points);
  EXPECT_EQ(code_points, U"aé中😀");
  std::string again;
  for (const char32_t c : code_points) {
    append_utf8(c, again);
  }
  EXPECT_EQ(again, text);
}

}  // namespace
}  // namespace unspin
