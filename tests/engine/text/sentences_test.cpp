#include "engine/text/sentences.hpp"

#include <gtest/gtest.h>
#include <iterator>
#include <memory>
#include <random>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "engine/text/utf8.hpp"
#include "tests/build_kind.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

using Starts = std::vector<std::uint32_t>;

TEST(Sentences, BeginAfterFullStopsAndLineBreaks) {
  EXPECT_EQ(sentence_starts("One here. Two there! 3.5 is a number."), (Starts{0, 10, 21}));
  EXPECT_EQ(sentence_starts("A title\nThe text."), (Starts{0, 8}));
  EXPECT_EQ(sentence_starts("A title\r\nThe text.\n"), (Starts{0, 9}));
  EXPECT_EQ(sentence_starts(""), Starts{});
}

TEST(Sentences, GoOnAfterAbbreviations) {
  EXPECT_EQ(sentence_starts("The U.S. and etc. (so on) e.g. this"), Starts{0});
  EXPECT_EQ(sentence_starts("He left (\"at last.\") She stayed."), (Starts{0, 21}));
  EXPECT_EQ(sentence_starts("Really?! - Yes."), Starts{0});
}

TEST(Sentences, HaveByteOffsets) {
  EXPECT_EQ(sentence_starts("Café. Zwei."), (Starts{0, 7}));
  EXPECT_EQ(sentence_starts("“Café.” Zwei."), (Starts{0, 13}));
  EXPECT_EQ(sentence_starts("好。坏。"), (Starts{0, 6}));
}

TEST(Sentences, ReuseTheCallersMemory) {
  Starts starts = {1, 2, 3};
  sentence_starts("One. Two.", starts);
  EXPECT_EQ(starts, (Starts{0, 5}));
  sentence_starts("", starts);
  EXPECT_EQ(starts, Starts{});
}

/// What the scanner has to agree with.
class IcuSentences {
 public:
  IcuSentences() {
    UErrorCode status = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  }
  ~IcuSentences() { utext_close(&text_); }
  IcuSentences(const IcuSentences&) = delete;
  IcuSentences& operator=(const IcuSentences&) = delete;

  Starts starts(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text_, text.data(), static_cast<int64_t>(text.size()), &status);
    iterator_->setText(&text_, status);
    EXPECT_TRUE(U_SUCCESS(status));
    Starts found;
    for (int32_t at = iterator_->first(); at < static_cast<int32_t>(text.size());
         at = iterator_->next()) {
      found.push_back(static_cast<std::uint32_t>(at));
    }
    return found;
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
  UText text_ = UTEXT_INITIALIZER;
};

/// Texts of the marks and letters that the rules of UAX #29 are about.
std::string random_text(std::mt19937_64& random, bool ascii_only) {
  static const char* const others[] = {
      "\u00A0", "‘",      "’",  "“",  "”",          "…",  "–",      "—",      "é",      "ß",
      "É",      "α",      "Ω",  "。", "中",         "？", "\u0301", "\u200D", "\u00AD", "\u0085",
      "\u2028", "\u2029", "٣",  "א",  "\u3000",     "«",  "»",      "†",      "‼",      "ª",
      "ǅ",      "।",      "．", "：", "\U0001F600", "𝐀",  "𝐚"};
  static const std::string marks = "aabzABZ0123....!?,;:-'\"()[] \t  \n\r_/\x0B\x0C";
  std::string text;
  const std::size_t length = random() % 41;
  for (std::size_t i = 0; i < length; ++i) {
    if (!ascii_only && random() % 3 == 0) {
      text += others[random() % std::size(others)];
    } else if (random() % 32 == 0) {
      text += "\r\n";
    } else if (random() % 32 != 0) {
      text += marks[random() % marks.size()];
    } else {
      text += static_cast<char>(random() % 128);
    }
  }
  return text;
}

TEST(Sentences, AgreeWithIcuOnGeneratedText) {
  IcuSentences icu;
  std::mt19937_64 random(20260101);
  const int samples = testing::is_sanitized ? 10'000 : 200'000;
  for (int i = 0; i < samples; ++i) {
    const std::string text = random_text(random, i % 2 == 0);
    ASSERT_EQ(sentence_starts(text), icu.starts(text)) << ::testing::PrintToString(text);
  }
}

/// Each character where its class decides: after a full stop, before one, and after a blank.
TEST(Sentences, AgreeWithIcuOnEveryCharacter) {
  IcuSentences icu;
  const char32_t step = testing::is_sanitized ? 61 : 1;
  for (char32_t c = 0; c < 0x110000; c += step) {
    if (c >= 0xD800 && c < 0xE000) {
      continue;
    }
    std::string text;
    for (const char* before : {"A", ".", ". ", "!", "! 1"}) {
      text += before;
      append_utf8(c, text);
    }
    text += ".B";
    ASSERT_EQ(sentence_starts(text), icu.starts(text)) << "U+" << std::hex << std::uint32_t{c};
  }
}

TEST(Sentences, AgreeWithIcuOnRealText) {
  IcuSentences icu;
  for (const char* subject : testing::corpus_subjects) {
    for (const char* kind : {"original", "spun", "reworded", "shortened", "same_topic"}) {
      const std::string text = testing::corpus_text(std::string(subject) + "/" + kind);
      EXPECT_EQ(sentence_starts(text), icu.starts(text));
    }
  }
}

/// Quadratic work here would take many minutes: the test's time limit is the assertion.
TEST(Sentences, AreNotQuadratic) {
  for (const char* piece :
       {". ", ")", "a.", "1.", "1 ", ".)", ". 1", "! (", "A.\u0301", "\u0301", "\u3000", "\r"}) {
    for (const char* head : {"", "A. ", "a.\u0301"}) {
      std::string text = head;
      while (text.size() < 1'000'000) {
        text += piece;
      }
      EXPECT_FALSE(sentence_starts(text).empty());
      EXPECT_FALSE(sentence_starts(text + "A.B").empty());
    }
  }
}

}  // namespace
}  // namespace unspin
