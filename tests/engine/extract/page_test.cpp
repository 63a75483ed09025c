#include "engine/extract/page.hpp"

#include <gtest/gtest.h>
#include <thread>

#include "tests/engine/extract/pages.hpp"

namespace unspin {
namespace {

using namespace testing;

std::vector<std::string> texts(const Page& page) {
  std::vector<std::string> found;
  for (const PageBlock& block : page.blocks) {
    found.emplace_back(page.text_of(block));
  }
  return found;
}

std::vector<BlockKind> kinds(const Page& page) {
  std::vector<BlockKind> found;
  for (const PageBlock& block : page.blocks) {
    found.push_back(block.kind);
  }
  return found;
}

using Texts = std::vector<std::string>;

TEST(Page, HasBlocksInReadingOrder) {
  const Page page = read(
      "<h2>A day</h2><p>One  <b>bold</b>\n word</p><ul><li>first<li>second</ul>"
      "<blockquote><p>said so</p></blockquote><pre>x = 1</pre>");
  EXPECT_EQ(texts(page), (Texts{"A day", "One bold word", "first", "second", "said so", "x = 1"}));
  using enum BlockKind;
  EXPECT_EQ(kinds(page), (std::vector{heading, paragraph, list_item, list_item, quote, code}));
  EXPECT_EQ(page.blocks[0].level, 2);
}

TEST(Page, WhatStandsInAHeadingHasItsLevel) {
  const Page page = read("<h3>one<div>two</div></h3><p>three");
  EXPECT_EQ(texts(page), (Texts{"one", "two", "three"}));
  EXPECT_EQ(page.blocks[1].kind, BlockKind::heading);
  EXPECT_EQ(page.blocks[1].level, 3);
  EXPECT_EQ(page.blocks[2].level, 0);
}

TEST(Page, IsTextWithoutAnyMarkup) {
  EXPECT_EQ(texts(read("just a line & 1 < 2, 3<4")), Texts{"just a line & 1 < 2, 3<4"});
  EXPECT_EQ(texts(read("")), Texts{});
  EXPECT_EQ(texts(read("<p></p> <br> ")), Texts{});
}

TEST(Page, ParagraphsEndWhereTwoLineBreaksAre) {
  EXPECT_EQ(texts(read("one<br>line<br><br>another<br>\n<br>third")),
            (Texts{"one line", "another", "third"}));
}

TEST(Page, DecodesCharacterReferences) {
  EXPECT_EQ(texts(read("<p>caf&eacute; &amp; &#8220;t&#xEA;te&#8221;&nbsp;x</p>")),
            Texts{"café & “tête” x"});
}

TEST(Page, HasNoTextOfScriptsStylesControlsAndComments) {
  EXPECT_EQ(texts(read("<script>if (a < b) document.write('<p>no</p>')</script>"
                       "<style>p { color: red }</style><textarea>no</textarea>"
                       "<select><option>no</select><button>no</button><!-- <p>no</p> -->"
                       "<noscript>no</noscript><p>yes<!-- no -->!</p>")),
            Texts{"yes!"});
}

TEST(Page, JoinsTheCellsOfARowOfData) {
  const Page page = read(
      "<table><tr><th>Island<th>Geese</tr><tr><td>Big</td> <td>12</td></tr>"
      "<tr><td><p>left</p><p>column</p><td>right</table>");
  EXPECT_EQ(texts(page), (Texts{"Island Geese", "Big 12", "left", "column", "right"}));
  EXPECT_EQ(page.blocks[1].kind, BlockKind::table_row);
}

/// Each block's place in the page begins with its first word and ends with its last.
TEST(Page, KnowsWhereABlockStandsInThePage) {
  const std::string filler(5000, 'x');
  const std::string html =
      "<!doctype html>\n<title>t</title><script>var a = '<p>';</script>"
      "<p class='a \"b\"'>&lt;First&gt; of <!-- <p> --> all, <b>bold</b> </p>"
      "<p>  caf\u00E9 &amp; t\u00EAte  <p>" +
      filler +
      " end &copy;"
      "<table><tr><td>left<td>right</table>";
  const Page page = read(html);
  const auto raw = [&](std::size_t i) {
    const PageBlock& block = page.blocks.at(i);
    return html.substr(block.begin, block.end - block.begin);
  };
  ASSERT_EQ(page.blocks.size(), 4u);
  EXPECT_EQ(raw(0), "&lt;First&gt; of <!-- <p> --> all, <b>bold");
  EXPECT_EQ(raw(1), "caf\u00E9 &amp; t\u00EAte");
  EXPECT_EQ(raw(2), filler + " end &copy;");
  EXPECT_EQ(raw(3), "left<td>right");
}

TEST(Page, KnowsItsPlacesWhateverTheTextLooksLike) {
  const auto place_of = [](std::string_view html) {
    const Page page = read(html);
    return html.substr(page.blocks.at(0).begin, page.blocks[0].end - page.blocks[0].begin);
  };
  EXPECT_EQ(place_of("<i>>"), ">") << "not that of the tag";
  EXPECT_EQ(place_of("<p>>></p>"), ">>");
  const std::string around(40, 'x');
  const std::string unread = around + "\uFFFE" + around;  // libxml2 passes such characters over
  EXPECT_EQ(place_of("<p>" + unread + "</p>"), unread);
}

TEST(Page, KnowsItsPlacesInLargePagesToo) {
  std::string html = "<body>";
  std::vector<std::string> words;
  for (int i = 0; i < 20000; ++i) {
    words.push_back("wörd" + std::to_string(i));
    html += "<script>" + std::string(static_cast<std::size_t>(i % 50), '<') + "</script><div>" +
            words.back() + (i % 3 == 0 ? "&amp;x" : "") + "</div>\n";
  }
  const Page page = read(html);
  ASSERT_EQ(page.blocks.size(), words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PageBlock& block = page.blocks[i];
    ASSERT_EQ(html.substr(block.begin, block.end - block.begin),
              words[i] + (i % 3 == 0 ? "&amp;x" : ""));
  }
}

TEST(Page, JoinsItsMainTextAndKnowsTheBlocksInIt) {
  const Page page = read("<nav><a href=/>Home</a></nav><article>" + story + "</article>");
  const MainText main = main_text(page);
  EXPECT_EQ(main.text, story_text);
  ASSERT_EQ(main.parts.size(), 3u);
  for (const MainText::Part& part : main.parts) {
    const std::string_view text = page.text_of(page.blocks[part.block]);
    EXPECT_EQ(main.text.substr(part.begin, text.size()), text);
  }
}

TEST(Page, IsTheSameWhateverWasReadBefore) {
  const std::string one = "<nav><a href=/>Home</a></nav><article>" + story + "</article>";
  const std::string other =
      "<style>.article{display:none}</style><title>x</title><div class=nav><p>y";
  PageReader reader;
  Page page;
  reader.read(other, page);
  reader.read(one, page);
  const Page fresh = read(one);
  EXPECT_EQ(page.text, fresh.text);
  EXPECT_EQ(page.title, fresh.title);
  EXPECT_EQ(page.hidden.size(), 0u);
  EXPECT_EQ(main_text(page).text, main_text(fresh).text);
}

TEST(Page, IsReadByManyThreadsAtOnce) {
  const std::string html = "<title>Geese</title><article>" + story + "</article>";
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& text : found) {
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) {
        text = main_text_of(html);
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(found, std::vector<std::string>(4, story_text));
}

}  // namespace
}  // namespace unspin
