#include "engine/extract/hiding.hpp"

#include <gtest/gtest.h>

#include "tests/engine/extract/pages.hpp"

namespace unspin {
namespace {

using namespace testing;

TEST(Hiding, KnowsTheDeclarationsThatHide) {
  for (const char* declarations :
       {"display:none", "color: red; DISPLAY : None !important", "visibility:hidden", "font-size:0",
        "font-size: 0.0px", "height:0;overflow:hidden", "overflow: hidden; width: 0px",
        "position:absolute; left:-9999px", "position:fixed;top:-200em", "text-indent:-9999px",
        "position:absolute;clip:rect(0 0 0 0)", "color:#fff;background:#FFFFFF",
        "background-color: white; color: #ffffff", "color:transparent"}) {
    EXPECT_TRUE(hides(declarations)) << declarations;
  }
}

TEST(Hiding, KnowsTheDeclarationsThatDoNot) {
  for (const char* declarations :
       {"", "display:block", "font-size:0.8em", "height:0", "overflow:hidden", "left:-9999px",
        "position:absolute;left:-20px", "text-indent:-2em", "color:#fff",
        "color:#fff;background:#000", "width:100%;overflow:hidden", "display", ";;:"}) {
    EXPECT_FALSE(hides(declarations)) << declarations;
  }
}

/// What is hidden is found apart, and only there.
void expect_hidden(const std::string& head, const std::string& attributes) {
  const std::string html = head + "<div class=post-content>" + p(first_paragraph) + "<div " +
                           attributes + ">secret words</div>" + p(second_paragraph) + "</div>";
  const Page page = read(html);
  ASSERT_EQ(page.hidden.size(), 1u) << head << attributes;
  EXPECT_EQ(page.hidden_text_of(page.hidden[0]), "secret words");
  EXPECT_EQ(html.substr(page.hidden[0].begin, 12), "secret words");
  EXPECT_EQ(page.hidden[0].role, BlockRole::hidden);
  EXPECT_EQ(main_text(page).text, first_paragraph + "\n\n" + second_paragraph);
}

TEST(Hiding, FindsElementsByTheirOwnAttributes) {
  expect_hidden("", "hidden");
  expect_hidden("", "style='display:none'");
  expect_hidden("", "style='color:#fff;background-color:#fff'");
}

TEST(Hiding, FindsElementsByThePagesStyleSheets) {
  expect_hidden("<style>.a, .x { display: none }</style>", "class='b x'");
  expect_hidden("<style>#s{visibility:hidden}</style>", "id=s");
  expect_hidden("<style>@media print { .y { color: red } } .x { font-size: 0 }</style>", "class=x");
}

TEST(Hiding, LeavesWhatOnlySomeReadersDoNotSee) {
  const auto hidden = [](const std::string& style) {
    return read("<style>" + style + "</style><p class='x wide:block'>text").hidden.size();
  };
  EXPECT_EQ(hidden(".x{display:none}"), 1u);
  EXPECT_EQ(hidden("@media print{.x{display:none}}"), 0u);
  EXPECT_EQ(hidden(".x{display:none}@media (min-width:9em){.wide\\:block{display:block}}"), 0u);
  EXPECT_EQ(hidden(".menu .x{display:none}"), 0u);
  EXPECT_EQ(hidden(".x:hover{display:none}"), 0u);
}

TEST(Hiding, TakesHiddenWordsOutOfTheMiddleOfALine) {
  const Page page = read("<p>The <span style='font-size:0'>cheap watches</span>geese sleep.</p>");
  ASSERT_EQ(page.blocks.size(), 1u);
  EXPECT_EQ(page.text_of(page.blocks[0]), "The geese sleep.");
  ASSERT_EQ(page.hidden.size(), 1u);
  EXPECT_EQ(page.hidden_text_of(page.hidden[0]), "cheap watches");
}

TEST(Hiding, HoldsForAllThatIsInside) {
  const Page page = read("<div hidden><p>one<p>two</div><p>three");
  EXPECT_EQ(page.hidden.size(), 2u);
  EXPECT_EQ(page.blocks.size(), 1u);
}

}  // namespace
}  // namespace unspin
