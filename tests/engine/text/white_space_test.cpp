#include "engine/text/white_space.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> tokens;
  split_at_white_space(text, [&](std::string_view token) { tokens.emplace_back(token); });
  return tokens;
}

TEST(WhiteSpace, SplitsWherePythonSplits) {
  EXPECT_EQ(split("  a b\tc\n"), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(split("a\u00A0b\u3000c\u2009d\u0085e"),
            (std::vector<std::string>{"a", "b", "c", "d", "e"}));
  EXPECT_EQ(split("a\x1C"
                  "b"),
            (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(split("a\u200Bb"), (std::vector<std::string>{"a\u200Bb"}));  // zero width is no space
  EXPECT_TRUE(split(" \n").empty());
}

TEST(WhiteSpace, AgreesOnEveryCharacterWithItsDefinition) {
  for (char32_t c = 1; c < 0x11000; ++c) {
    if (c >= 0xD800 && c < 0xE000) {
      continue;
    }
    std::string text;
    append_utf8(c, text);
    EXPECT_EQ(white_space_length(text, 0), is_white_space(c) ? text.size() : 0)
        << std::hex << static_cast<std::uint32_t>(c);
  }
}

TEST(WhiteSpace, IsStrippedAtTheEndOnly) {
  EXPECT_EQ(strip_end(" a \u2003\n"), " a");
  EXPECT_EQ(strip_end("\u3000"), "");
  EXPECT_EQ(strip_end("é"), "é");
}

}  // namespace
}  // namespace unspin
