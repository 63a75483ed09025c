#include <bit>
#include <gtest/gtest.h>
#include <random>
#include <string>

#include "tests/reference/oracles.hpp"
#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

double f1(const std::string& metric, const std::string& source, const std::string& rewrite) {
  return testing::score_of(metric, source, rewrite).value;
}

TEST(Rouge, ComparesStemsOfWordsOfMoreThanThreeLetters) {
  EXPECT_DOUBLE_EQ(f1("rouge1", "running dogs", "runs dog"), 0);
  EXPECT_DOUBLE_EQ(f1("rouge1:stemmer", "running dogs", "runs dog"), 1);
  EXPECT_DOUBLE_EQ(f1("rouge1:stemmer", "ads", "ad"), 0);
}

TEST(Rouge, KnowsOtherScriptsOnlyIfItIsAskedTo) {
  EXPECT_DOUBLE_EQ(f1("rouge1", "Привет, мир", "мир и привет"), 0);
  EXPECT_DOUBLE_EQ(f1("rouge1:tokenize=unicode", "Привет, мир", "мир и привет"), 0.8);
  EXPECT_DOUBLE_EQ(f1("rougeL:tokenize=unicode", "Привет, мир", "мир и привет"), 0.4);
  EXPECT_DOUBLE_EQ(f1("rouge1:tokenize=unicode,stemmer", "naïve cafés", "naïve café"), 1);
}

// rouge-score's score_multi: the reference with the highest F1 gives all three values.
TEST(Rouge, TakesTheBestOfSeveralReferences) {
  PreparedPair pair;
  const std::string_view references[] = {"a b c d e f", "x b c", "a b"};
  pair.assign({"no such words", "x b", references});
  std::vector<Selected> selected;
  for (const char* metric : {"rouge1", "rouge2", "rougeL", "rougeLsum"}) {
    select(metric, selected);
  }
  std::vector<Score> scores;
  score_pair(pair, selected, scores);
  EXPECT_DOUBLE_EQ(scores[0].values[2], 0.8);
  EXPECT_DOUBLE_EQ(scores[0].values[1], 2.0 / 3) << "recall of the same reference";
  EXPECT_DOUBLE_EQ(scores[1].values[2], 2.0 / 3);
  EXPECT_DOUBLE_EQ(scores[2].values[2], 0.8);
  EXPECT_DOUBLE_EQ(scores[3].values[2], 0.8);
}

TEST(RougeLsum, IsRougeLOfASingleLine) {
  const std::string a = "the cat sat on the mat";
  const std::string b = "on the mat the cat sat";
  EXPECT_DOUBLE_EQ(f1("rougeLsum", a, b), f1("rougeL", a, b));
  EXPECT_DOUBLE_EQ(f1("rougeLsum", "the cat sat\non the mat", "on the mat\nthe cat sat"), 1);
}

TEST(RougeLsum, CountsNoWordMoreOftenThanTheRewriteHasIt) {
  // Each of three lines finds "b", which is there once.
  const auto score = testing::score_of("rougeLsum", "a b\nb c\nb d", "b");
  EXPECT_DOUBLE_EQ(score.values[0], 1);
  EXPECT_DOUBLE_EQ(score.values[1], 1.0 / 6);
}

// Longer than what is kept of the table's columns in one go, and than a machine word.
TEST(RougeLsum, OfLongLinesAgreesWithTheOracle) {
  std::mt19937_64 random(3);
  for (const std::size_t distinct : {2u, 30u, 3000u}) {
    std::string texts[2];
    for (std::string& text : texts) {
      for (std::size_t i = 0; i < 1500; ++i) {
        text += "w" + std::to_string(random() % distinct) + (i % 1300 == 1299 ? "\n" : " ");
      }
    }
    EXPECT_EQ(std::bit_cast<std::uint64_t>(f1("rougeLsum", texts[0], texts[1])),
              std::bit_cast<std::uint64_t>(reference::rouge_lsum(texts[0], texts[1]).f1));
  }
}

}  // namespace
}  // namespace unspin
