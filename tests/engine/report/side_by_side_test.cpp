#include "engine/report/side_by_side.hpp"

#include <algorithm>

#include "tests/engine/report/pair_screen.hpp"

namespace unspin {
namespace {

class SideBySide : public PairScreen {
 protected:
  /// The passages alone.
  std::string passages(const PlacedWords& original, const PlacedWords& copy,
                       TerminalStyle style = {}) const {
    std::string all = screen(original, copy, style);
    const std::size_t begin = all.find("\n\n", all.find("Side by side")) + 2;
    return all.substr(begin, all.find("ngram", begin) - begin);
  }

  const PlacedWords source{
      "First one. So when you think about community management, you might (also) think that the "
      "person in charge"};
  const PlacedWords rewrite{
      "So, while you consider group administration, you would possibly think that the particular "
      "person in cost. First one"};
  const std::vector<SpanRecord> spans{
      record(SpanClass::identical, 0, 2, 16, 18),   record(SpanClass::identical, 2, 3, 0, 1),
      record(SpanClass::minor, 3, 4, 1, 2),         record(SpanClass::identical, 4, 5, 2, 3),
      record(SpanClass::rewritten, 5, 7, 3, 4),     record(SpanClass::synonym, 7, 9, 4, 6),
      record(SpanClass::identical, 9, 10, 6, 7),    record(SpanClass::rewritten, 10, 11, 7, 9),
      record(SpanClass::rewritten, 11, 12, 9, 9),   record(SpanClass::identical, 12, 15, 9, 12),
      record(SpanClass::rewritten, 15, 15, 12, 13), record(SpanClass::identical, 15, 17, 13, 15),
      record(SpanClass::synonym, 17, 18, 15, 16)};
};

TEST_F(SideBySide, SpansStandBelowEachOther) {
  evidence.spans = spans;
  evidence.passages = {{2, 18, 0, 16}};
  EXPECT_EQ(passages(source, rewrite),
            "   2  So  when  you think about community management, you might          (also)\n"
            "   1  So, while you consider    group administration, you would possibly\n"
            "          .....     *********** ~~~~~~~~~~~~~~~~~~~~      ************** -----\n"
            "      think that the            person in charge\n"
            "      think that the particular person in cost.\n"
            "                     ++++++++++           ~~~~~~\n"
            "\n");
  EXPECT_EQ(passages(source, rewrite, {.width = 50}),
            "   2  So  when  you think about\n"
            "   1  So, while you consider\n"
            "          .....     ***********\n"
            "      community management, you might\n"
            "      group administration, you would possibly\n"
            "      ~~~~~~~~~~~~~~~~~~~~      **************\n"
            "      (also) think that the            person in\n"
            "             think that the particular person in\n"
            "      -----                 ++++++++++\n"
            "      charge\n"
            "      cost.\n"
            "      ~~~~~~\n"
            "\n");
}

TEST_F(SideBySide, HasAHeadingThatSaysHowToReadIt) {
  evidence.spans = spans;
  evidence.passages = {{0, 2, 16, 18}};
  EXPECT_NE(screen(source, rewrite)
                .find("Side by side  the original above its rewrite, numbered by sentence\n"
                      "      ~~~ swapped   *** reworded   ... small change   +++ put in   "
                      "--- left out\n"
                      "\n"
                      "   1  First one.\n"),
            std::string::npos);
}

TEST_F(SideBySide, SpansAreTrimmedAndMovedSentencesFound) {
  evidence.spans = spans;
  evidence.passages = {{0, 2, 16, 18}, {13, 17, 10, 15}};
  EXPECT_EQ(passages(source, rewrite),
            "   1  First one.\n"
            "   2  First one\n"
            "\n"
            "   2  that the            person in\n"
            "   1  that the particular person in\n"
            "               ++++++++++\n"
            "\n");
}

TEST_F(SideBySide, ColoursStandForMarks) {
  evidence.spans = spans;
  evidence.passages = {{2, 9, 0, 6}, {11, 18, 9, 16}};
  const std::string text = passages(source, rewrite, {.colour = true});
  EXPECT_NE(text.find("\x1b[1;31mcommunity management\x1b[0m,\n"), std::string::npos);
  EXPECT_NE(text.find("\x1b[1;32mgroup administration\x1b[0m,\n\n"), std::string::npos);
  EXPECT_NE(text.find("\x1b[4mwhen\x1b[0m  you \x1b[31mthink about\x1b[0m"), std::string::npos);
  EXPECT_NE(text.find("\x1b[2m(also\x1b[0m) think"), std::string::npos);
  EXPECT_NE(text.find("the \x1b[2mparticular\x1b[0m person"), std::string::npos);
  EXPECT_EQ(text.find("~"), std::string::npos);
}

TEST_F(SideBySide, IsNotDrawnWithoutTheTexts) {
  evidence.spans = spans;
  const auto is_drawn = [&](const PlacedWords& original, const PlacedWords& copy) {
    return screen(original, copy).find("Side by side") != std::string::npos;
  };
  EXPECT_FALSE(is_drawn(source, rewrite));  // no passages
  evidence.passages = {{0, 2, 16, 18}};
  EXPECT_TRUE(is_drawn(source, rewrite));
  EXPECT_FALSE(is_drawn(PlacedWords(""), rewrite));
  judgement.verdict.label = Label::unrelated;
  EXPECT_FALSE(is_drawn(source, rewrite));
  std::string out;
  judgement.verdict.label = Label::spun;
  TerminalTitle title{};
  title.source_text = source.text;
  title.rewrite_text = rewrite.text;
  append_terminal(result, title, {}, out);
  EXPECT_EQ(out.find("Side by side"), std::string::npos);
}

TEST_F(SideBySide, WhatIsLongerThanARowIsTorn) {
  const PlacedWords original("a b c d e f g h i j k l m n o p q r s t u v w x y z.");
  const PlacedWords copy(
      "Somebody else wrote something long that has nothing in common, did he not?");
  evidence.spans = {record(SpanClass::identical, 0, 2, 0, 2),
                    record(SpanClass::rewritten, 2, 26, 2, 13)};
  evidence.passages = {{0, 26, 0, 13}};
  EXPECT_EQ(passages(original, copy, {.width = 40}),
            "   1  a        b    c d e f g h i j k l\n"
            "   1  Somebody else wrote something long\n"
            "                    ********************\n"
            "      m n o p q r s t u v w x y z.\n"
            "      that has nothing in common, did he\n"
            "      **********************************\n"
            "\n"
            "      not?\n"
            "      ***\n"
            "\n");
}

TEST_F(SideBySide, APassageThatNeverEndsIsCut) {
  std::string words;
  for (int i = 0; i < 1000; ++i) {
    words += "word ";
  }
  const PlacedWords both(words);
  evidence.spans = {record(SpanClass::identical, 0, 1000, 0, 1000)};
  evidence.passages = {{0, 1000, 0, 1000}};
  const std::string text = passages(both, both);
  EXPECT_EQ(std::ranges::count(text, '\n'), 8 * 3 + 2);
  EXPECT_TRUE(text.ends_with("word\n\n      …\n\n"));
  EXPECT_GT(passages(both, both, {.show_all = true}).size(), 2 * words.size());
}

TEST_F(SideBySide, ChineseStandsBelowChinese) {
  const PlacedWords original("社区管理很重要。");
  const PlacedWords copy("群体管理十分重要。");
  const auto words = [](const PlacedWords& placed) {
    return static_cast<std::uint32_t>(placed.words.size());
  };
  evidence.spans = {record(SpanClass::synonym, 0, 1, 0, 1),
                    record(SpanClass::identical, 1, 2, 1, 2),
                    record(SpanClass::rewritten, 2, words(original), 2, words(copy))};
  evidence.passages = {{0, words(original), 0, words(copy)}};
  EXPECT_EQ(passages(original, copy),
            "   1  社区管理很重要。\n"
            "   1  群体管理十分重要。\n"
            "      ~~~~    ********\n"
            "\n");
}

}  // namespace
}  // namespace unspin
