#include "engine/extract/plain_text.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace unspin {
namespace {

/// "kind text" of each block; checks that its place in the text holds it.
std::vector<std::string> blocks_of(std::string_view text, bool is_markdown = false) {
  Page page;
  read_plain_text(text, is_markdown, page);
  std::vector<std::string> told;
  for (const PageBlock& block : page.blocks) {
    EXPECT_TRUE(block.is_main());
    const std::string_view place = text.substr(block.begin, block.end - block.begin);
    const std::string_view words = page.text_of(block);
    EXPECT_EQ(place.front(), words.front());
    EXPECT_EQ(place.back(), words.back());
    constexpr const char* kinds[] = {"p", "h", "li", "quote", "code", "row", "caption"};
    told.push_back(kinds[static_cast<std::size_t>(block.kind)] + std::string(" ") +
                   std::string(words));
  }
  return told;
}

using Told = std::vector<std::string>;

TEST(PlainText, EmptyLinesPartParagraphs) {
  EXPECT_EQ(blocks_of("One paragraph\nin  two lines.\n\n \t\nAnother\tone.\n"),
            (Told{"p One paragraph in two lines.", "p Another one."}));
  EXPECT_EQ(blocks_of("\r\nCarriage\r\nreturns\r\n\r\nend"), (Told{"p Carriage returns", "p end"}));
}

TEST(PlainText, WithoutEmptyLinesEachLineIsAParagraph) {
  EXPECT_EQ(blocks_of("Menu\nHome\nA long line of text.\n"),
            (Told{"p Menu", "p Home", "p A long line of text."}));
  EXPECT_EQ(blocks_of("\n\nonly leading empty lines\nsecond"),
            (Told{"p only leading empty lines", "p second"}));
}

TEST(PlainText, NothingHasNoBlocks) {
  EXPECT_EQ(blocks_of(""), Told{});
  EXPECT_EQ(blocks_of(" \n\t\n"), Told{});
}

TEST(PlainText, MarkdownIsReadWithoutItsMarks) {
  EXPECT_EQ(blocks_of("# Bees\n\nText of\nthe first.\n\n- one\n- two\n  more\n\n> said\n> so\n\n"
                      "```c\nint  x;\n\n# no heading\n```\nafter\n",
                      true),
            (Told{"h Bees", "p Text of the first.", "li one", "li two more", "quote said so",
                  "code int x;\n# no heading", "p after"}));
  EXPECT_EQ(blocks_of("#hashtag is text", true), Told{"p #hashtag is text"});
}

TEST(PlainText, TheFirstHeadingOfMarkdownIsTheTitle) {
  Page page;
  read_plain_text("intro\n\n## Bees\n\n## Hives\n", true, page);
  EXPECT_EQ(page.title, "Bees");
  EXPECT_EQ(page.blocks[1].level, 2);
  read_plain_text("## Bees", false, page);
  EXPECT_EQ(page.title, "");
}

}  // namespace
}  // namespace unspin
