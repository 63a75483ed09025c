#include "tests/engine/align/marked_texts.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <stdexcept>

#include "tests/files.hpp"

namespace unspin::testing {
namespace {

std::string_view source_of(const MarkedText& text, const Mark& mark) {
  return std::string_view(text.source)
      .substr(mark.source_begin, mark.source_end - mark.source_begin);
}

std::string_view rewrite_of(const MarkedText& text, const Mark& mark) {
  return std::string_view(text.rewrite)
      .substr(mark.rewrite_begin, mark.rewrite_end - mark.rewrite_begin);
}

std::string complaint_about(std::string_view text) {
  try {
    read_marked(text);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "none";
}

bool is_letter_or_digit(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9');
}

TEST(MarkedTexts, GiveBothTextsAndWhereTheyDiffer) {
  const MarkedText text = read_marked("{An|A} {apiary|hive}\nis {|not }a café{ there|}.\n");
  EXPECT_EQ(text.source, "An apiary\nis a café there.\n");
  EXPECT_EQ(text.rewrite, "A hive\nis not a café.\n");
  const std::vector<Mark> expected = {
      {0, 2, 0, 1}, {3, 9, 2, 6}, {13, 13, 10, 14}, {20, 26, 21, 21}};
  ASSERT_EQ(text.marks, expected);
  EXPECT_TRUE(text.marks[1].is_substitution());
  EXPECT_FALSE(text.marks[2].is_substitution());
  EXPECT_FALSE(text.marks[3].is_substitution());
  EXPECT_EQ(source_of(text, text.marks[1]), "apiary");
  EXPECT_EQ(rewrite_of(text, text.marks[2]), "not ");
}

TEST(MarkedTexts, MayHaveNoMarks) {
  EXPECT_TRUE(read_marked("").marks.empty());
  const MarkedText text = read_marked("No mark.");
  EXPECT_TRUE(text.marks.empty());
  EXPECT_EQ(text.source, "No mark.");
  EXPECT_EQ(text.rewrite, "No mark.");
}

TEST(MarkedTexts, NameTheLineOfAMalformedMark) {
  EXPECT_EQ(complaint_about("{a|b}\n{c|{d|e}}\n"), "line 2: a mark inside a mark");
  EXPECT_EQ(complaint_about("\n\n{a|b\n}"), "line 3: the mark is not closed");
  EXPECT_EQ(complaint_about("\n{a"), "line 2: the mark is not closed");
  EXPECT_EQ(complaint_about("{a}\n"), "line 1: a mark without a bar");
  EXPECT_EQ(complaint_about("{a|b|c}"), "line 1: a mark with two bars");
  EXPECT_EQ(complaint_about("{|}"), "line 1: a mark with two empty sides");
  EXPECT_EQ(complaint_about("a|b"), "line 1: a bar outside the marks");
  EXPECT_EQ(complaint_about("a\nb}"), "line 2: a mark is closed that was not opened");
}

TEST(MarkedTexts, OfTheCorporaHoldTheOriginalsAndTheSpunCopies) {
  for (const std::string subject : corpus_subjects) {
    const MarkedText text = read_marked(corpus_text(subject + "/spun.marked"));
    // Not EXPECT_EQ, which would print both articles.
    EXPECT_TRUE(text.source == corpus_text(subject + "/original")) << subject;
    EXPECT_TRUE(text.rewrite == corpus_text(subject + "/spun")) << subject;
  }
}

TEST(MarkedTexts, OfTheCorporaMarkWholeWordsThatDiffer) {
  std::ptrdiff_t substitutions = 0;
  for (const std::string subject : corpus_subjects) {
    const MarkedText text = read_marked(corpus_text(subject + "/spun.marked"));
    substitutions += std::ranges::count_if(text.marks, &Mark::is_substitution);
    for (const Mark& mark : text.marks) {
      const std::string_view from = source_of(text, mark);
      const std::string_view to = rewrite_of(text, mark);
      EXPECT_NE(from, to) << subject;
      if (mark.is_substitution()) {
        for (const std::string_view side : {from, to}) {
          EXPECT_TRUE(side.front() != ' ' && side.back() != ' ') << subject << ": " << side;
        }
        const char before = mark.source_begin == 0 ? ' ' : text.source[mark.source_begin - 1];
        EXPECT_FALSE(is_letter_or_digit(before)) << subject << ": " << from;
        EXPECT_FALSE(is_letter_or_digit(text.source[mark.source_end])) << subject << ": " << from;
      }
    }
  }
  EXPECT_GE(substitutions, 300);
}

}  // namespace
}  // namespace unspin::testing
