// Each rule that main text is told by, on a small page: with the rule and without.
#include <gtest/gtest.h>

#include "tests/engine/extract/pages.hpp"

namespace unspin {
namespace {

using namespace testing;

TEST(MainText, IsWhatIsNeitherNavigationNorFooterByTag) {
  const std::string aside =
      p("The weather on the islands will be fine, with a little wind, and dry.");
  const std::string html = "<div>" + story + "<aside>" + aside + aside + "</aside></div>";
  EXPECT_EQ(main_text_of(html), story_text);
  EXPECT_NE(main_text_of(html, {.tags = false}), story_text);
  const Page page =
      read("<nav role=x>Go</nav><footer>Imprint</footer><div role=contentinfo>Us</div>" + story);
  EXPECT_EQ(role_of(page, "Go"), "navigation");
  EXPECT_EQ(role_of(page, "Imprint"), "footer");
  EXPECT_EQ(role_of(page, "Us"), "footer");
}

TEST(MainText, IsWhatIsNotNamedAsSomethingElse) {
  const auto role = [](const std::string& attribute) {
    const Page page =
        read("<div>" + story + "<div " + attribute + ">a <a href=/>b</a></div></div>");
    return role_of(page, "a b");
  };
  EXPECT_EQ(role("class=main-nav"), "navigation");
  EXPECT_EQ(role("class='c-breadcrumbs__list'"), "navigation");
  EXPECT_EQ(role("id=sidebarRight"), "sidebar");
  EXPECT_EQ(role("class='x commentList'"), "comments");
  EXPECT_EQ(role("class=social-share"), "sharing");
  EXPECT_EQ(role("class=relatedPosts"), "related");
  EXPECT_EQ(role("class=ads"), "advertising");
  EXPECT_EQ(role("class=entry-meta"), "byline");
  // Words only: not what they are part of, nor what they are denied of.
  EXPECT_NE(role("class=roads"), "advertising");
  EXPECT_NE(role("class=no-sidebar"), "sidebar");
}

TEST(MainText, StaysWhatItIsInAnElementWithAWrongName) {
  const std::string html = "<div class=content-sidebar-wrap><h1>The geese</h1>" + story +
                           "</div><p>Some more, and a bit of text, for the page has to go on.";
  EXPECT_EQ(main_text_of(html).substr(0, 40), ("The geese\n\n" + first_paragraph).substr(0, 40));
}

TEST(MainText, IsWhereTheArticlesBodyIsMarked) {
  const std::string teaser = p(third_paragraph) + p(second_paragraph);
  const std::string html = "<div><div itemprop=articleBody>" + p(first_paragraph) +
                           p(second_paragraph) + "</div><div>" + teaser + "</div></div>";
  EXPECT_EQ(main_text_of(html), first_paragraph + "\n\n" + second_paragraph);
  EXPECT_NE(main_text_of(html, {.claims = false}), first_paragraph + "\n\n" + second_paragraph);
}

TEST(MainText, MayBeInSeveralPieces) {
  const std::string html = "<article><div><section class=article-body>" + p(first_paragraph) +
                           "</section></div><div><section class=article-body>" +
                           p(second_paragraph) + "</section></div></article><div>" +
                           p(third_paragraph) + "</div>";
  EXPECT_EQ(main_text_of(html), first_paragraph + "\n\n" + second_paragraph);
}

TEST(MainText, HasNoPiecesOfOtherArticles) {
  const auto post = [](const std::string& text) {
    return "<article><div class=entry-content>" + text + "</div></article>";
  };
  EXPECT_EQ(main_text_of(post(p(first_paragraph) + p(second_paragraph)) + post(p(third_paragraph))),
            first_paragraph + "\n\n" + second_paragraph);
}

TEST(MainText, IsFoundByItsShapeWithoutAnyNames) {
  std::string lists;
  for (int i = 0; i < 20; ++i) {
    lists += "<li><a href=/>Go there</a></li>";
  }
  EXPECT_EQ(main_text_of("<div><ul>" + lists + "</ul></div><div><div>" + story +
                         "</div></div><div><ul>" + lists + "</ul></div>"),
            story_text);
}

TEST(MainText, IsFoundInLanguagesWithoutBlanks) {
  const std::string one =
      "今天早上，渡轮离开了小岛，船上有九名乘客和一箱活鹅，码头上没有人想到它会在周末之前回来。";
  const std::string two =
      "到了中午，风向变了，船长不再开玩笑，整个早上都很安静的鹅开始抱怨，孩子们都笑了起来。";
  EXPECT_EQ(main_text_of("<ul><li><a href=/>首页</a><li><a href=/>新闻</a></ul><div>" + p(one) +
                         p(two) + "</div><div>版权所有</div>"),
            one + "\n\n" + two);
}

TEST(MainText, EndsWhereOnlyScrapsFollow) {
  const std::string html = "<div>" + story + "<p>Print</p><p>Like</p><p>Top</p></div>";
  EXPECT_EQ(main_text_of(html), story_text);
  EXPECT_EQ(main_text_of(html, {.ends = false}), story_text + "\n\nPrint\n\nLike\n\nTop");
}

TEST(MainText, KeepsScrapsWithinAndMarkedBodiesWhole) {
  const std::string html = p(first_paragraph) + p("So far") + p(second_paragraph);
  EXPECT_EQ(main_text_of("<div>" + html + "</div>"),
            first_paragraph + "\n\nSo far\n\n" + second_paragraph);
  EXPECT_EQ(main_text_of("<div class=post-content>" + html + p("Ann") + "</div>"),
            first_paragraph + "\n\nSo far\n\n" + second_paragraph + "\n\nAnn");
}

TEST(MainText, BeginsWithTheLeadBelowTheTitle) {
  const std::string lead = "A crate of geese, a captain with a good temper, and a storm.";
  const std::string html = "<header><h1>The geese</h1><p>" + lead +
                           "</p></header><p>Harbour</p>"
                           "<div class=post-content>" +
                           story + "</div>";
  EXPECT_EQ(main_text_of(html), lead + "\n\n" + story_text);
  EXPECT_EQ(main_text_of(html, {.leads = false}), story_text);
}

TEST(MainText, HasNoHeadingsWithoutTextBelow) {
  const std::string html = "<div class=post-content><h2>Dawn</h2>" + story +
                           "<h2>Read on</h2><ul><li><a href=/>More geese</a></ul></div>";
  EXPECT_EQ(main_text_of(html), "Dawn\n\n" + story_text);
  EXPECT_EQ(main_text_of(html, {.headings = false}), "Dawn\n\n" + story_text + "\n\nRead on");
}

TEST(MainText, HasNoScrapsWithADateAboveIt) {
  const std::string html =
      "<div class=post-content><p>Harbour, 31.5.2024</p>" + story + "<p>Since 2024</p></div>";
  EXPECT_EQ(main_text_of(html), story_text + "\n\nSince 2024");
  EXPECT_EQ(role_of(read(html), "Harbour, 31.5.2024"), "byline");
  EXPECT_EQ(main_text_of(html, {.bylines = false}).substr(0, 7), "Harbour");
}

TEST(MainText, HasNoCaptions) {
  const std::string html = "<div class=post-content>" + p(first_paragraph) +
                           "<figure><figcaption>A goose</figcaption></figure>" +
                           p(second_paragraph) + "</div>";
  EXPECT_EQ(role_of(read(html), "A goose"), "caption");
  EXPECT_EQ(role_of(read(html, {.captions = false}), "A goose"), "main");
}

TEST(MainText, HasNoListsOfLinks) {
  const std::string html = "<div class=post-content>" + p(first_paragraph) +
                           "<p><a href=/>Geese are angry again</a></p>" +
                           p("See <a href=/>this report</a>, which we like, for what came next.") +
                           "</div>";
  EXPECT_EQ(role_of(read(html), "Geese are angry again"), "links");
  EXPECT_EQ(role_of(read(html, {.links = false}), "Geese are angry again"), "main");
  EXPECT_EQ(role_of(read(html), "See this report, which we like, for what came next."), "main");
}

TEST(MainText, IsTakenFromLinkedDataIfThePageHasNone) {
  const std::string data = R"({"@graph": [{"@type": ["NewsArticle"], "articleBody": ")" +
                           first_paragraph + "\\n" + second_paragraph + R"("}]})";
  const std::string html =
      "<script type='application/ld+json'>" + data + "</script><div id=app>Loading …</div>";
  EXPECT_EQ(main_text_of(html), first_paragraph + " " + second_paragraph);
  EXPECT_EQ(main_text_of(html, {.linked_data = false}).find("ferry"), std::string::npos);
  const Page page = read(html);
  const PageBlock& block = page.blocks.back();
  EXPECT_EQ(html.substr(block.begin, block.end - block.begin), data);
  EXPECT_EQ(main_text_of(html + story), story_text);
}

}  // namespace
}  // namespace unspin
