#include "engine/report/passage_cells.hpp"

#include "tests/engine/report/pair_screen.hpp"

namespace unspin {
namespace {

using Spans = std::vector<Span>;

TEST(SpansWithin, TrimASpanWordForWord) {
  const std::vector<SpanRecord> spans{record(SpanClass::identical, 0, 10, 5, 15)};
  EXPECT_EQ(spans_within({2, 6, 7, 11}, spans), (Spans{{SpanClass::identical, 2, 6, 7, 11}}));
  // A word of which only one half is within has no partner there.
  EXPECT_EQ(spans_within({2, 6, 8, 11}, spans),
            (Spans{{SpanClass::rewritten, 2, 3, 8, 8}, {SpanClass::identical, 3, 6, 8, 11}}));
}

TEST(SpansWithin, TrimOtherSpansOnEachSideForItself) {
  const std::vector<SpanRecord> spans{record(SpanClass::rewritten, 0, 10, 0, 4)};
  EXPECT_EQ(spans_within({3, 5, 2, 9}, spans),
            (Spans{{SpanClass::rewritten, 3, 5, 2, 4}, {SpanClass::rewritten, 5, 5, 4, 9}}));
}

TEST(SpansWithin, KeepWhatWasDroppedAndPutIn) {
  const std::vector<SpanRecord> spans{
      record(SpanClass::identical, 0, 2, 0, 2), record(SpanClass::rewritten, 2, 3, 2, 2),
      record(SpanClass::identical, 3, 4, 2, 3), record(SpanClass::rewritten, 4, 4, 3, 5),
      record(SpanClass::synonym, 4, 5, 5, 6)};
  EXPECT_EQ(spans_within({0, 5, 0, 6}, spans), (Spans{{SpanClass::identical, 0, 2, 0, 2},
                                                      {SpanClass::rewritten, 2, 3, 2, 2},
                                                      {SpanClass::identical, 3, 4, 2, 3},
                                                      {SpanClass::rewritten, 4, 4, 3, 5},
                                                      {SpanClass::synonym, 4, 5, 5, 6}}));
}

TEST(SpansWithin, AMovedSentenceHasItsOwnSpans) {
  const std::vector<SpanRecord> spans{
      record(SpanClass::identical, 0, 4, 6, 10), record(SpanClass::identical, 4, 7, 0, 3),
      record(SpanClass::synonym, 7, 8, 3, 4), record(SpanClass::identical, 8, 10, 4, 6)};
  EXPECT_EQ(spans_within({4, 10, 0, 6}, spans), (Spans{{SpanClass::identical, 4, 7, 0, 3},
                                                       {SpanClass::synonym, 7, 8, 3, 4},
                                                       {SpanClass::identical, 8, 10, 4, 6}}));
  // Over all of it, what changed places cannot stand below itself; it is there on both sides.
  EXPECT_EQ(spans_within({0, 10, 0, 10}, spans), (Spans{{SpanClass::rewritten, 0, 0, 0, 6},
                                                        {SpanClass::identical, 0, 4, 6, 10},
                                                        {SpanClass::rewritten, 4, 10, 10, 10}}));
}

TEST(SpansWithin, WithoutSpansEverythingIsRewritten) {
  EXPECT_EQ(spans_within({1, 3, 0, 2}, {}), (Spans{{SpanClass::rewritten, 1, 3, 0, 2}}));
  EXPECT_EQ(spans_within({1, 1, 2, 2}, {}), Spans{});
}

std::string shown(const PlacedWords& placed, std::uint32_t begin, std::uint32_t end,
                  std::size_t most_columns = 40) {
  std::string all;
  for (const ShownWord& word : shown_words(placed.text, placed.words, begin, end, most_columns)) {
    all += "[" + word.text + "|" + word.tail + "]" + (word.blank_after ? " " : "");
  }
  return all;
}

TEST(ShownWords, HaveTheirMarksWithThem) {
  const PlacedWords placed("\"Two (old) - very  old -\n\thives,\" he said. \"Next one\"");
  EXPECT_EQ(shown(placed, 0, 7), "[\"Two|] [(old|) -] [very|] [old| -] [hives|,\"] [he|] [said|.]");
  EXPECT_EQ(shown(placed, 7, 9), "[\"Next|] [one|\"]");
  EXPECT_EQ(shown(placed, 3, 3), "");
}

TEST(ShownWords, WithoutBlanksFollowEachOther) {
  EXPECT_EQ(shown(PlacedWords("well-known,\u00A0蜂箱。"), 0, 3), "[well|-][known|,] [蜂箱|。]");
}

TEST(ShownWords, ArePrintableAndNotTooLong) {
  const PlacedWords placed("ho\u00ADney\x1b[2m ab" + std::string(100, 'c') + "!?!?!?!?!?!? x");
  EXPECT_EQ(shown(placed, 0, 1), "[ho·ney|·[]");
  EXPECT_EQ(shown(placed, 2, 3, 12), "[abcccccc…|!?…]");
  const auto word = shown_words(placed.text, placed.words, 2, 3, 12)[0];
  EXPECT_EQ(word.text_columns, 9);
  EXPECT_EQ(word.columns(), 12);
}

}  // namespace
}  // namespace unspin
