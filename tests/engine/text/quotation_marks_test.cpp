#include "engine/text/quotation_marks.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace unspin {
namespace {

using Quotes = std::vector<std::string>;

/// What stands between the marks.
Quotes quoted(const std::string& text) {
  Quotes quotes;
  for (const QuotedRange& range : quoted_ranges(text)) {
    quotes.push_back(text.substr(range.begin, range.end - range.begin));
  }
  return quotes;
}

TEST(QuotationMarks, OfEachKindAreKnown) {
  EXPECT_EQ(quoted("She said “come in” and left."), Quotes{"come in"});
  EXPECT_EQ(quoted("She said \"come in\" and left."), Quotes{"come in"});
  EXPECT_EQ(quoted("Elle dit «entrez» et partit."), Quotes{"entrez"});
  EXPECT_EQ(quoted("Sie sagte „herein“ und ging."), Quotes{"herein"});
  EXPECT_EQ(quoted("Powiedziała „proszę” i wyszła."), Quotes{"proszę"});
  EXPECT_EQ(quoted("She said ‘come in’ and left."), Quotes{"come in"});
}

TEST(QuotationMarks, ComeInTheirOrder) {
  EXPECT_EQ(quoted("“One” and \"two\", «three»; “four”"), (Quotes{"One", "two", "three", "four"}));
}

TEST(QuotationMarks, NoneInTextWithoutMarks) {
  EXPECT_EQ(quoted(""), Quotes{});
  EXPECT_EQ(quoted("Nobody says anything here, not even Zoë."), Quotes{});
}

TEST(QuotationMarks, AnApostropheEndsNoQuotation) {
  EXPECT_EQ(quoted("‘It’s late, and they’re gone’ was all."),
            Quotes{"It’s late, and they’re gone"});
  EXPECT_EQ(quoted("‘That is the boys’ ball,’ she said."), Quotes{"That is the boys’ ball,"});
  EXPECT_EQ(quoted("It’s late, and they’re gone, aren’t they?"), Quotes{});
  EXPECT_EQ(quoted("‘C’était l’été’"), Quotes{"C’était l’été"});
}

TEST(QuotationMarks, AStraightMarkBehindALetterOpensNone) {
  EXPECT_EQ(quoted("A 12\" pipe, and \"a proper quotation\" behind it."),
            Quotes{"a proper quotation"});
  EXPECT_EQ(quoted("A 12\" pipe and a 6\" one."), Quotes{});
}

TEST(QuotationMarks, AMarkThatIsNeverClosedCostsOnlyItself) {
  EXPECT_EQ(quoted("A stray \" mark and \"a proper quotation\" behind it."),
            Quotes{"a proper quotation"});
  EXPECT_EQ(quoted("A stray “ mark and “a proper quotation” behind it."),
            Quotes{"a proper quotation"});
  EXPECT_EQ(quoted("The end of it is “missing"), Quotes{});
  EXPECT_EQ(quoted("\""), Quotes{});
  EXPECT_EQ(quoted("“"), Quotes{});
  EXPECT_EQ(quoted("“”"), Quotes{""});
}

TEST(QuotationMarks, OneWithinAnotherBelongsToIt) {
  EXPECT_EQ(quoted("“He said ‘no’ and «never», didn’t he?” she asked."),
            Quotes{"He said ‘no’ and «never», didn’t he?"});
}

TEST(QuotationMarks, EndWithTheirParagraph) {
  EXPECT_EQ(quoted("“It begins here,\nand ends” there. “This one” does not."), Quotes{"This one"});
  EXPECT_EQ(quoted("\"It begins here,\nand ends\" there."), Quotes{});
  EXPECT_EQ(quoted("‘It begins here,\nand ends’ there."), Quotes{});
  EXPECT_EQ(quoted("First “line”\nand «second»\n„third“"), (Quotes{"line", "second", "third"}));
  EXPECT_EQ(quoted("The mark is the last of its line “\n”no” “yes”"), Quotes{"yes"});
}

TEST(QuotationMarks, TooMuchIsNoQuotation) {
  const std::string chapter(2'100, 'x'), page(1'900, 'x');
  for (const auto& [open, close] : {std::pair("“", "”"), {"\"", "\""}, {"‘", "’"}, {"«", "»"}}) {
    EXPECT_EQ(quoted(open + page + close), Quotes{page}) << open;
    EXPECT_EQ(quoted(open + chapter + close + " “short”"), Quotes{"short"}) << open;
  }
}

}  // namespace
}  // namespace unspin
