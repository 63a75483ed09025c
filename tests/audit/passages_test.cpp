#include "tests/audit/passages.hpp"

#include <gtest/gtest.h>
#include <string>

#include "bench/training/excerpts.hpp"
#include "tests/audit/made_texts.hpp"
#include "tests/files.hpp"

namespace unspin::audit_set {
namespace {

TEST(Passages, AreEnglishSentences) {
  EXPECT_TRUE(is_prose("The keeper of the bees went up to the roof in the early morning."));
  EXPECT_FALSE(is_prose("Installation"));
  EXPECT_FALSE(is_prose("Alpha beta gamma delta epsilon zeta eta theta iota kappa."));
  EXPECT_FALSE(is_prose("if (x[i] == 0) { y += f(x[i + 1]) << 2; } // and so on to the end."));
  EXPECT_FALSE(is_prose("12.5 17.3 18.1 22.9 the 31.0 44.2 of 51.7 60.3 and 71.1 82.6 98.4"));
  EXPECT_FALSE(
      is_prose("Der Imker stieg am frühen Morgen auf das Dach und sah nach seinen Bienen."));
}

TEST(Passages, ComeBackFromExtractionAsTheyWentIn) {
  const std::string untidy = "  A first line,\nbroken.\n\n\n\tA second   paragraph.  \n";
  EXPECT_EQ(as_extracted(untidy), "A first line, broken.\n\nA second paragraph.");
  for (const std::string& passage :
       cut_passages(testing::corpus_text("city-bees/original"), {100, 300}, 1)) {
    EXPECT_EQ(as_extracted(passage), passage);
  }
}

TEST(Passages, AreAsLongAsAskedForAndEndWithParagraphs) {
  const std::string text = made_text(1, 60);
  const auto passages = cut_passages(text, {100, 200}, 1);
  ASSERT_GT(passages.size(), 8u);
  for (const std::string& passage : passages) {
    const std::size_t words = training::count_words(passage);
    EXPECT_TRUE(words >= 100 && words <= 200) << words;
    EXPECT_NE(("\n\n" + text + "\n\n").find("\n\n" + passage + "\n\n"), text.npos);
  }
}

TEST(Passages, HaveNoTablesOrCodeBetween) {
  const std::string table = "a | 1 | 2\n\nb | 3 | 4";
  const std::string text = made_text(2, 2) + "\n\n" + table + "\n\n" + made_text(3, 2);
  const auto passages = cut_passages(text, {220, 500}, 1);
  ASSERT_EQ(passages.size(), 1u);
  EXPECT_EQ(passages[0], made_text(2, 2) + "\n\n" + made_text(3, 2));
}

}  // namespace
}  // namespace unspin::audit_set
