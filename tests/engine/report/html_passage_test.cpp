#include "engine/report/html_passage.hpp"

#include <gtest/gtest.h>
#include <string>

namespace unspin {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string table_of(const FindingLine::Passage& passage) {
  std::string out;
  HtmlWriter html(out);
  put_passage_texts(passage, 0, html);
  return out.substr(out.find("<tbody>"));
}

/// "The hive | is old" and "The apiary | is very old": of main texts in which they begin at 100 and
/// 200.
FindingLine::Passage two_paragraphs() {
  return {.page = {.begin = 100, .end = 123, .text = "The apiary\nis very old."},
          .original = {.begin = 200, .end = 216, .text = "The hive\nis old."},
          .changes = {{SpanClass::synonym, 104, 110, 204, 208},
                      {SpanClass::rewritten, 114, 118, 211, 211}}};
}

TEST(PassageTexts, StandSideBySideWithTheSameNumbers) {
  EXPECT_EQ(table_of(two_paragraphs()),
            "<tbody>\n"
            "<tr><td><p dir=\"auto\">The <span class=\"s\" data-n=\"0\">hive</span></p>\n</td>"
            "<td><p dir=\"auto\">The <span class=\"s\" data-n=\"0\">apiary</span></p>\n</td></tr>\n"
            "<tr><td><p dir=\"auto\">is old.</p>\n</td>"
            "<td><p dir=\"auto\">is <span class=\"a\" data-n=\"1\">very</span> old.</p>\n"
            "</td></tr>\n</tbody></table>\n");
}

TEST(PassageTexts, AreNotCutWhereOneOfThemHasNoParagraph) {
  FindingLine::Passage passage = two_paragraphs();
  passage.page.text[10] = ' ';
  const std::string table = table_of(passage);
  EXPECT_EQ(table.find("<tr>"), table.rfind("<tr>")) << table;
  EXPECT_TRUE(has(table, "apiary</span> is ")) << table;
}

TEST(PassageTexts, AreNotCutWhereASentenceWasMovedAcross) {
  FindingLine::Passage passage = {
      .page = {.end = 7, .text = "bbb\naaa"},
      .original = {.end = 7, .text = "aaa\nbbb"},
      .changes = {{SpanClass::minor, 4, 7, 0, 3}, {SpanClass::minor, 0, 3, 4, 7}}};
  const std::string table = table_of(passage);
  EXPECT_EQ(table.find("<tr>"), table.rfind("<tr>")) << table;
  EXPECT_TRUE(has(table,
                  "<span class=\"m\" data-n=\"1\">bbb</span></p>\n<p dir=\"auto\">"
                  "<span class=\"m\" data-n=\"0\">aaa"))
      << table;
}

TEST(PassageTexts, AreCutOnlyAtParagraphsThatBeginInTheSamePlace) {
  const std::string one = "In the first months of the year there were many.";
  const std::string two = "Later on there were fewer of them, and they were old.";
  FindingLine::Passage passage;
  passage.original.text = one.substr(0, 20) + "\n" + one.substr(21) + "\n" + two;
  passage.page.text = one + "\n" + two;
  const std::string table = table_of(passage);
  EXPECT_TRUE(
      has(table, "<td><p dir=\"auto\">" + one + "</p>\n</td></tr>\n<tr><td><p dir=\"auto\">" + two))
      << table;
}

TEST(PassageTexts, CountOn) {
  std::string out;
  HtmlWriter html(out);
  EXPECT_EQ(put_passage_texts(two_paragraphs(), 7, html), 9u);
  EXPECT_TRUE(has(out, "data-n=\"7\"") && has(out, "data-n=\"8\"")) << out;
}

TEST(PassageTexts, ShowWhatIsHidden) {
  FindingLine::Passage passage = {.page = {.end = 7, .text = "a\u200Bpia"},
                                  .original = {.end = 4, .text = "apia"}};
  EXPECT_TRUE(has(table_of(passage), "data-which=\"U+200B\">·</span>"));
}

TEST(PassageTexts, TakeNoChangeThatIsNoPartOfThem) {
  FindingLine::Passage passage = two_paragraphs();
  passage.changes = {{SpanClass::synonym, 90, 104, 204, 208},
                     {SpanClass::synonym, 104, 110, 204, 999},
                     {SpanClass::synonym, 110, 104, 204, 208},
                     {SpanClass::synonym, 104, 110, 20, 28},
                     {SpanClass::synonym, 104, ~std::uint64_t{0}, 204, 208}};
  EXPECT_FALSE(has(table_of(passage), "<span"));
  passage.changes = {{SpanClass::synonym, 104, 110, 204, 208},
                     {SpanClass::synonym, 106, 113, 205, 207}};
  EXPECT_TRUE(has(table_of(passage), "<span class=\"s\" data-n=\"0\">apiary</span></p>"))
      << "one in another is left out";
  passage.page.text = passage.original.text = "";
  table_of(passage);
}

}  // namespace
}  // namespace unspin
