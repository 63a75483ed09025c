#include "engine/text/word_segmenter.hpp"

#include <gtest/gtest.h>
#include <iterator>
#include <random>

#include "tests/build_kind.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

using Path = WordSegmenter::Path;

std::vector<std::string> words(std::string_view text) {
  WordSegmenter segmenter;
  std::vector<std::string> found;
  segmenter.for_each_word(
      text, [&](WordSegmenter::Segment, std::string_view folded) { found.emplace_back(folded); });
  return found;
}

std::vector<std::string> originals(std::string_view text) {
  WordSegmenter segmenter;
  std::vector<std::string> found;
  segmenter.for_each_word(text, [&](WordSegmenter::Segment at, std::string_view) {
    found.emplace_back(text.substr(at.begin, at.end - at.begin));
  });
  return found;
}

using Strings = std::vector<std::string>;

TEST(WordSegmenter, CutsWordsAndLeavesOutWhatIsBetween) {
  EXPECT_EQ(words("The cat (1,000.5 grams) can't sit_still!"),
            (Strings{"the", "cat", "1,000.5", "grams", "can't", "sit_still"}));
  EXPECT_EQ(words("peer-to-peer, e.g. this"), (Strings{"peer", "to", "peer", "e.g", "this"}));
  EXPECT_EQ(words(" … – !"), Strings{});
  EXPECT_EQ(words(""), Strings{});
}

TEST(WordSegmenter, FoldsAndKeepsThePlaceInTheOriginal) {
  EXPECT_EQ(words("Ｆｕｌｌ ﬁne Straße"), (Strings{"full", "fine", "strasse"}));
  EXPECT_EQ(originals("Ｆｕｌｌ ﬁne Straße"), (Strings{"Ｆｕｌｌ", "ﬁne", "Straße"}));
  EXPECT_EQ(words("the brand’s"), (Strings{"the", "brand's"}));  // ’ is typography
  EXPECT_EQ(words("so\u00ADcial"), (Strings{"social"}));         // a soft hyphen
}

TEST(WordSegmenter, NeverCutsInsideAnOriginalCharacter) {
  EXPECT_EQ(words("2½ cups"), (Strings{"21\u20442", "cups"}));  // ½ is 1⁄2, which ICU would cut
  EXPECT_EQ(originals("2½ cups"), (Strings{"2½", "cups"}));
}

TEST(WordSegmenter, KnowsOtherScripts) {
  EXPECT_EQ(words("Привет, мир"), (Strings{"привет", "мир"}));
  EXPECT_EQ(words("مرحبا بالعالم"), (Strings{"مرحبا", "بالعالم"}));
  EXPECT_FALSE(words("我们喜欢音乐").empty());
}

/// Texts of marks and letters that the rules of UAX #29 are about, with other scripts mixed in.
std::string random_text(std::mt19937_64& random, bool ascii_only) {
  static const char* const others[] = {
      "é",      "’",      "“",          "中", "½",      "\u200B", "\u0301", "\u00AD",
      "한",     "ﬁ",      "\U0001F600", "ก",  "\u00A0", "א",      "カ",     "\u1680",
      "\u2003", "\u0130", "1️⃣",          "🇩🇪", "\u2028", "٣",      "\u200D", "—"};
  static const std::string marks = "abZ019_.,;:' \"-\n\r\t @/x\x01";
  std::string text;
  const std::size_t length = random() % 14;
  for (std::size_t i = 0; i < length; ++i) {
    if (!ascii_only && random() % 4 == 0) {
      text += others[random() % std::size(others)];
    } else if (random() % 3 != 0) {
      text += marks[random() % marks.size()];
    } else {
      text += static_cast<char>(random() % 128);
    }
  }
  return text;
}

TEST(WordSegmenter, AsciiPathAgreesWithIcuOnGeneratedText) {
  WordSegmenter segmenter;
  std::mt19937_64 random(20260101);
  const int samples = testing::is_sanitized ? 20'000 : 200'000;
  for (int i = 0; i < samples; ++i) {
    const std::string text = random_text(random, i % 2 == 0);
    ASSERT_EQ(segmenter.segments(text, Path::fastest), segmenter.segments(text, Path::icu_only))
        << ::testing::PrintToString(text);
  }
}

TEST(WordSegmenter, AsciiPathAgreesWithIcuOnRealText) {
  WordSegmenter segmenter;
  for (const char* subject : testing::corpus_subjects) {
    for (const char* kind : {"original", "spun", "reworded", "shortened", "same_topic"}) {
      const std::string text = testing::corpus_text(std::string(subject) + "/" + kind);
      EXPECT_EQ(segmenter.segments(text, Path::fastest), segmenter.segments(text, Path::icu_only));
    }
  }
}

TEST(WordSegmenter, SegmentsCoverTheTextWithoutOverlap) {
  WordSegmenter segmenter;
  std::mt19937_64 random(7);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = random_text(random, false);
    std::uint32_t at = 0;
    for (const auto& segment : segmenter.segments(text, Path::fastest)) {
      ASSERT_EQ(segment.begin, at);
      ASSERT_GT(segment.end, at);
      at = segment.end;
    }
    // What folds to nothing may stand alone at the end.
    if (at != text.size()) {
      ASSERT_TRUE(words(text.substr(at)).empty());
    }
  }
}

/// Quadratic work here would take a quarter of an hour: the test's time limit is the assertion.
TEST(WordSegmenter, IsNotQuadraticInCombiningMarks) {
  std::string flood = "a";
  for (int i = 0; i < 2'000'000; ++i) {
    flood += "\u0301";
  }
  EXPECT_EQ(words(flood + " b").size(), 2u);
}

}  // namespace
}  // namespace unspin
