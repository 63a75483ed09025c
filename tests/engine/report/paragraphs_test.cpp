#include "engine/report/paragraphs.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

namespace unspin {
namespace {

std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string> found;
  for (const ByteRange& range : paragraphs_of(text)) {
    found.emplace_back(text.substr(range.begin, range.end - range.begin));
  }
  return found;
}

using Texts = std::vector<std::string>;

TEST(Paragraphs, AreLines) {
  EXPECT_EQ(paragraphs("Title\nOne.\r\n\tTwo. \n\n\n"), (Texts{"Title", "One.", "Two."}));
  EXPECT_EQ(paragraphs(""), Texts{});
  EXPECT_EQ(paragraphs(" \n\t\n"), Texts{});
}

TEST(Paragraphs, GoOnOverLinesThatWereFilled) {
  EXPECT_EQ(paragraphs("The bees fly out\nevery morning.\n\nThey return."),
            (Texts{"The bees fly out\nevery morning.", "They return."}));
}

TEST(Paragraphs, EndWhereTheNextWordHadRoom) {
  EXPECT_EQ(paragraphs("one\ntwo\nthree words here\n\nend"),
            (Texts{"one", "two", "three words here", "end"}));
}

TEST(Paragraphs, EndWithTheirLineWhereLinesAreLong) {
  const std::string line(121, 'x');
  EXPECT_EQ(paragraphs(line + "\nnext\n\nend"), (Texts{line, "next", "end"}));
}

TEST(Paragraphs, MeasureCharactersNotBytes) {
  EXPECT_EQ(paragraphs("abcdef\nёёё\nab\n\nend"), (Texts{"abcdef\nёёё", "ab", "end"}));
}

}  // namespace
}  // namespace unspin
