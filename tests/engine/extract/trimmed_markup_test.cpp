#include "engine/extract/trimmed_markup.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

std::string trimmed(std::string_view page, std::uint32_t most_attributes = 64) {
  TrimmedMarkup markup;
  markup.trim(page, most_attributes);
  return markup.text();
}

TEST(TrimmedMarkup, KeepsTagsAndTextOnly) {
  EXPECT_EQ(trimmed("<!doctype html><P>a<!-- b -->c</P ><?php d ?>"), "<p>ac</p>");
  EXPECT_EQ(trimmed("<script>if (a<b) x('</p>')</script>a<STYLE>b</Style>c"), "ac");
  EXPECT_EQ(trimmed("a < b, 1<2 <"), "a < b, 1<2 <");
  EXPECT_EQ(trimmed("a<![CDATA[b]]>c</ d>e<img src=f>g"), "aceg");
}

TEST(TrimmedMarkup, EndsCommentsAsBrowsersDo) {
  EXPECT_EQ(trimmed("<!-->a<!--->b<!-- -- > -->c<!-- --!>d<!----->e<!--f"), "abcde");
}

TEST(TrimmedMarkup, KeepsAttributesThatSayWhatAnElementIsFor) {
  EXPECT_EQ(trimmed("<div CLASS=a data-x='>' id = \"b\" onclick=\"c>d\" hidden/>"),
            "<div class=\"a\" id=\"b\" hidden=\"\">");
  EXPECT_EQ(trimmed("<a href='/long/address?x'>b</a>"), "<a href>b</a>");
  EXPECT_EQ(trimmed("<p class='\"<>&amp;'>"), "<p class=\"&quot;&lt;&gt;&amp;\">");
  EXPECT_EQ(trimmed("<p id=a class=b>", 1), "<p id=\"a\">");
}

TEST(TrimmedMarkup, CutsLongValuesBetweenCharacters) {
  std::string value;
  for (int i = 0; i < 1500; ++i) {
    value += "é";
  }
  const std::string text = trimmed("<p class=x" + value + ">");
  EXPECT_LT(text.size(), 2020u);
  EXPECT_EQ(text.substr(text.size() - 4), "é\">");
}

TEST(TrimmedMarkup, KnowsWhereItsTextWas) {
  const std::string page = "<p onclick='x'>one<!-- c --> two</p>three";
  TrimmedMarkup markup;
  markup.trim(page, 64);
  ASSERT_EQ(markup.text(), "<p>one two</p>three");
  EXPECT_EQ(markup.page_begin_of(3), page.find("one"));
  EXPECT_EQ(markup.page_end_of(6), page.find("one") + 3);
  EXPECT_EQ(markup.page_begin_of(7), page.find("two"));
  EXPECT_EQ(markup.page_begin_of(14), page.find("three"));
  EXPECT_EQ(markup.page_end_of(19), page.size());
}

TEST(TrimmedMarkup, HandsOutStyleSheetsAndLinkedData) {
  TrimmedMarkup markup;
  markup.trim(
      "<style media=x>a{}</style><script type='Application/LD+JSON'>{}</script><script>b</script>",
      64);
  EXPECT_EQ(markup.style_sheets(), std::vector<std::string_view>{"a{}"});
  EXPECT_EQ(markup.linked_data(), std::vector<std::string_view>{"{}"});
}

}  // namespace
}  // namespace unspin
