// Pages that are made to exhaust a reader. All are read in linear time; here they are small enough
// for a test to be fast, and large enough that a quadratic reader would not be.
#include <gtest/gtest.h>

#include "engine/text/utf8.hpp"
#include "tests/engine/extract/pages.hpp"

namespace unspin {
namespace {

using namespace testing;

std::string times(std::string_view text, std::size_t count) {
  std::string all;
  all.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) {
    all += text;
  }
  return all;
}

std::vector<std::string> issues(const Page& page) {
  std::vector<std::string> codes;
  for (const PageIssue& issue : page.issues) {
    codes.push_back(issue.code);
  }
  return codes;
}

using Codes = std::vector<std::string>;

TEST(PageLimits, NestedElementsAreReadOnFromTheLimit) {
  for (const char* tag : {"<div>", "<b>", "<ul><li>", "<table><tr><td>"}) {
    const Page page = read(times(tag, 100'000) + "deep" + times("</div>", 100'000) + "<p>after");
    EXPECT_EQ(issues(page), Codes{"too_deep"}) << tag;
    EXPECT_EQ(page.text, "deep\nafter\n") << tag;
  }
}

TEST(PageLimits, TextOnBothSidesOfTheLimitIsThereOnce) {
  std::string html;
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    html += "<div>word" + std::to_string(i) + " &amp; more";
    text += "word" + std::to_string(i) + " & more\n";
  }
  const Page page = read_page(html, {.most_depth = 20});
  EXPECT_EQ(page.text, text);
  EXPECT_EQ(html.substr(page.blocks[1999].begin, 8), "word1999");
  EXPECT_EQ(read_page(html, {.most_depth = 0}).text, text);
}

TEST(PageLimits, AttributesBeyondTheLimitAreLeftOut) {
  std::string html = "<p ";
  for (int i = 0; i < 100'000; ++i) {
    html += "a" + std::to_string(i) + "=1 ";
  }
  const Page page = read(html + "hidden>text");
  EXPECT_EQ(issues(page), Codes{"too_many_attributes"});
  EXPECT_EQ(page.text, "text\n");
}

TEST(PageLimits, ElementsBeyondTheLimitAreLeftOut) {
  const Page page = read_page(times("<i>a</i> ", 1000), {.most_elements = 100});
  EXPECT_EQ(issues(page), Codes{"too_many_elements"});
  EXPECT_LT(page.text.size(), 200u);
}

TEST(PageLimits, WhatIsNeverClosedGoesOnToTheEnd) {
  EXPECT_EQ(read("<p>a<!-- " + times("-- <!-- ", 100'000)).text, "a\n");
  EXPECT_EQ(read("<p>a" + times("<b x=\"", 100'001)).text, "a\n");
  EXPECT_EQ(read("<p>a" + times("<script>", 100'000)).text, "a\n");
  EXPECT_EQ(read("<p>a" + times("<b", 100'000)).text, "a\n");
  EXPECT_EQ(read("<p>a<style>" + times("@media{", 100'000)).text, "a\n");
  EXPECT_EQ(read("<p>a<plaintext>b").text, "a\nb\n");
}

TEST(PageLimits, OddCharactersAreNoEnd) {
  using namespace std::string_literals;
  EXPECT_EQ(read("<p>a\0b\x01\x02 c"s).text, "a b c\n");
  EXPECT_EQ(read("<p>one\uFFFF two</p><p>three"s).blocks.size(), 2u);
  EXPECT_EQ(read("\uFEFF<p>a").blocks.size(), 1u);
}

TEST(PageLimits, LongTextsAreReadWhole) {
  const std::string text = times("geese, ", 200'000);
  EXPECT_EQ(read("<p>" + text).text.size(), text.size());
  EXPECT_EQ(read("<p>" + times("&amp;&#65;", 50'000)).text, times("&A", 50'000) + "\n");
  EXPECT_EQ(read("<p>" + times("&&x", 20'000)).text, times("&&x", 20'000) + "\n");
}

/// Cut anywhere, a page gives well-formed text and places within it.
TEST(PageLimits, PagesMayEndAnywhere) {
  const std::string html =
      "<!doctype html><html><style>.x{display:none}</style><title>A</title><body>"
      "<p class=\"x y\">caf\u00E9 &amp; <b>t\u00EAte</b><!-- c --><br>&#8220;</p>"
      "<table><tr><td>a<td>b</table><script>x</script><p class=x>end</html>";
  for (std::size_t size = 0; size <= html.size(); ++size) {
    const std::string cut = replace_invalid_utf8(html.substr(0, size)).text;
    const Page page = read(cut);
    EXPECT_FALSE(first_invalid_utf8(page.text)) << size;
    for (const PageBlock& block : page.blocks) {
      EXPECT_LT(block.begin, block.end) << size;
      EXPECT_LE(block.end, cut.size()) << size;
    }
  }
}

}  // namespace
}  // namespace unspin
