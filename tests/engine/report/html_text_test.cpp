// Whatever a text says, in a page it is text.
#include "engine/report/html_text.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace unspin {
namespace {

std::string text(std::string_view written) {
  std::string out;
  HtmlWriter(out).text(written);
  return out;
}

std::string hidden(std::string_view written) {
  std::string out;
  HtmlWriter(out).hidden(written);
  return out;
}

TEST(HtmlText, EscapesEachCharacterThatMarksUp) {
  EXPECT_EQ(text("a<b>c&d\"e'f"), "a&lt;b&gt;c&amp;d&quot;e&#39;f");
  EXPECT_EQ(text("</script><!--"), "&lt;/script&gt;&lt;!--");
  EXPECT_EQ(text("]]>"), "]]&gt;");
  EXPECT_EQ(text("&lt;"), "&amp;lt;");
}

TEST(HtmlText, JsonEndsNeitherItsStringNorItsElement) {
  const auto json = [](std::string_view written) {
    std::string out;
    HtmlWriter(out).json(written);
    return out;
  };
  EXPECT_EQ(json("Größe"), "\"Größe\"");
  EXPECT_EQ(json("a\"b\\c\n\td"), R"("a\"b\\c\n\td")");
  EXPECT_EQ(json("</script><!--&'"), R"("\u003c/script\u003e\u003c!--\u0026\u0027")");
  EXPECT_EQ(json(std::string_view("\0\x1b", 2)), "\"␀␛\"") << "as text() shows it";
  EXPECT_EQ(json("\u2028\u202E\xFF"), "\"··\uFFFD\"");
}

TEST(HtmlText, LeavesOrdinaryTextAlone) {
  EXPECT_EQ(text("Größe, 城市, نحل\n\tand more"), "Größe, 城市, نحل\n\tand more");
  EXPECT_EQ(text(""), "");
}

TEST(HtmlText, NormalisesNothingIntoMarkup) {
  EXPECT_EQ(text("＜script＞"), "＜script＞");
  EXPECT_EQ(text("\uFE64b\uFE65"), "\uFE64b\uFE65");
}

TEST(HtmlText, ShowsControlsAsTheirPictures) {
  EXPECT_EQ(text(std::string_view("a\0b", 3)), "a␀b");
  EXPECT_EQ(text("\x1b[31m\r\x7f"), "␛[31m␍␡");
  EXPECT_EQ(text("\u0085"), "·");
}

TEST(HtmlText, LetsNothingSteerWhatStandsAround) {
  EXPECT_EQ(text("a\u202Eb\u202Cc"), "a·b·c");
  EXPECT_EQ(text("\u2066x\u2069\u2028\u2029\uFEFF"), "·x····");
  EXPECT_EQ(text("\uFFFE\U0001FFFF\uFDD0"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(text("می\u200Cخواهم"), "می\u200Cخواهم") << "joiners that Persian needs stay";
}

TEST(HtmlText, ReplacesWhatIsNotUtf8) {
  EXPECT_EQ(text("a\xff<"), "a\uFFFD&lt;");
  EXPECT_EQ(text("\xe2\x80"), "\uFFFD");
}

TEST(HtmlText, ShowsWhatHasNoShape) {
  EXPECT_EQ(hidden("\u200B\u00AD"), "··");
  EXPECT_EQ(hidden("\u200B\u200B\u200B\u200B\u200Bx\u200B"), "···x·");
  EXPECT_EQ(hidden("\u0336\u0336"), "··") << "marks without their letter";
  EXPECT_EQ(hidden("а<"), "а&lt;") << "a look-alike is seen";
}

TEST(HtmlText, CountsForPeople) {
  std::string out;
  HtmlWriter(out).count(0).text(" ").count(999).text(" ").count(20'939).text(" ").count(1'000'000);
  EXPECT_EQ(out, "0 999 20,939 1,000,000");
}

TEST(HtmlText, KeepsAttributesInTheirQuotes) {
  std::string out;
  HtmlWriter(out).markup("<p").attribute("title", "\" onclick='x'>").attribute("data-n", 12);
  EXPECT_EQ(out, "<p title=\"&quot; onclick=&#39;x&#39;&gt;\" data-n=\"12\"");
}

}  // namespace
}  // namespace unspin
