#include "engine/report/whole_texts.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "tests/engine/report/pair_screen.hpp"

namespace unspin {
namespace {

Bead bead(std::uint32_t source_begin, std::uint32_t source_end, std::uint32_t rewrite_begin,
          std::uint32_t rewrite_end) {
  return {source_begin, source_end, rewrite_begin, rewrite_end};
}

std::string screen(const PlacedWords& source, const PlacedWords& rewrite,
                   const std::vector<Bead>& beads, const std::vector<SpanRecord>& spans = {},
                   std::size_t width = 80, bool colour = false) {
  std::string out;
  LineWriter lines(width, colour, out);
  put_whole_texts({.source_name = {},
                   .rewrite_name = {},
                   .source_words = source.words.size(),
                   .rewrite_words = rewrite.words.size(),
                   .source_text = source.text,
                   .rewrite_text = rewrite.text,
                   .source_words_at = &source.words,
                   .rewrite_words_at = &rewrite.words,
                   .beads = beads},
                  spans, lines);
  return out;
}

/// What follows the heading and the legend.
std::string sentences(const std::string& screen) {
  const std::size_t legend = screen.find("left out\n");
  return legend == std::string::npos ? screen : screen.substr(screen.find("\n\n", legend) + 2);
}

TEST(WholeTexts, HaveEachSentenceAboveWhatBecameOfIt) {
  const PlacedWords source("Bees fly. Buses wait. Cats sleep.");
  const PlacedWords rewrite("Bees soar. Buses wait. Cats sleep.");
  EXPECT_EQ(sentences(screen(
                source, rewrite, {bead(0, 2, 0, 2), bead(2, 4, 2, 4), bead(4, 6, 4, 6)},
                {record(SpanClass::identical, 0, 1, 0, 1), record(SpanClass::synonym, 1, 2, 1, 2),
                 record(SpanClass::identical, 2, 6, 2, 6)})),
            "   1  Bees fly.\n"
            "   1  Bees soar.\n"
            "           ~~~~\n"
            "\n"
            "   2= Buses wait.\n"
            "   3= Cats sleep.\n"
            "\n");
}

TEST(WholeTexts, ShowWhatOneOfThemHasAlone) {
  const PlacedWords source("Bees fly. Buses wait. Dogs bark.");
  const PlacedWords rewrite("Dogs bark. Nobody listens.");
  EXPECT_EQ(
      sentences(screen(source, rewrite, {bead(0, 4, 0, 0), bead(4, 6, 0, 2), bead(6, 6, 2, 4)})),
      "   1- Bees fly.\n"
      "   2- Buses wait.\n"
      "   3= Dogs bark. (there 1)\n"
      "   2+ Nobody listens.\n"
      "\n");
}

TEST(WholeTexts, ATextWithoutAnyCounterpartIsAllThere) {
  const PlacedWords source("Bees fly. Buses wait.");
  const PlacedWords nothing("");
  EXPECT_EQ(sentences(screen(source, nothing, {bead(0, 4, 0, 0)})),
            "   1- Bees fly.\n   2- Buses wait.\n\n");
  EXPECT_EQ(sentences(screen(nothing, source, {bead(0, 0, 0, 4)})),
            "   1+ Bees fly.\n   2+ Buses wait.\n\n");
  EXPECT_EQ(screen(nothing, nothing, {}), "");
}

TEST(WholeTexts, ASentenceThatOnlyReadsTheSameIsShownTwice) {
  const PlacedWords source("Bees fly.");
  const PlacedWords rewrite("Bees, fly.");  // the same words
  const std::vector<SpanRecord> spans = {record(SpanClass::identical, 0, 2, 0, 2)};
  EXPECT_EQ(sentences(screen(source, rewrite, {bead(0, 2, 0, 2)}, spans)),
            "   1  Bees  fly.\n"
            "   1  Bees, fly.\n"
            "\n");
}

TEST(WholeTexts, WrapBetweenWords) {
  const PlacedWords source("The old bees of the old city fly over the old roofs.");
  EXPECT_EQ(sentences(screen(source, source, {bead(0, 12, 0, 12)}, {}, 40)),
            "   1= The old bees of the old city fly\n"
            "      over the old roofs.\n"
            "\n");
}

TEST(WholeTexts, WrapWhereThereAreNoBlanks) {
  const std::string written = "图书馆早上很早就开门了老人们坐在花园里看旧报纸天黑以前他们都回家了";
  const PlacedWords source(written);
  std::string out = sentences(screen(source, source,
                                     {bead(0, static_cast<std::uint32_t>(source.words.size()), 0,
                                           static_cast<std::uint32_t>(source.words.size()))},
                                     {}, 40));
  EXPECT_EQ(out.find("…"), std::string::npos) << out;
  EXPECT_EQ(std::ranges::count(out, '\n'), 3) << out;  // two lines and an empty one
  std::erase_if(out, [](char c) { return c == ' ' || c == '\n' || c == '1' || c == '='; });
  EXPECT_EQ(out, written);
}

TEST(WholeTexts, TellTheOtherNumberOnALineOfItsOwnIfItMust) {
  const PlacedWords source("Buses wait at the corner for us. Bees fly.");
  const PlacedWords rewrite("Bees fly. Buses wait at the corner for us.");
  EXPECT_EQ(sentences(screen(source, rewrite, {bead(0, 7, 2, 9), bead(7, 9, 0, 2)}, {}, 40)),
            "   1= Buses wait at the corner for us.\n"
            "      (there 2)\n"
            "   2= Bees fly. (there 1)\n"
            "\n");
}

TEST(WholeTexts, HaveColoursForWhatStandsAlone) {
  const PlacedWords source("Bees fly.");
  const PlacedWords rewrite("Buses wait.");
  const std::string out =
      screen(source, rewrite, {bead(0, 2, 0, 0), bead(2, 2, 0, 2)}, {}, 80, true);
  EXPECT_NE(out.find("\x1b[31mBees fly.\x1b[0m"), std::string::npos) << out;
  EXPECT_NE(out.find("\x1b[32mBuses wait.\x1b[0m"), std::string::npos) << out;
}

}  // namespace
}  // namespace unspin
