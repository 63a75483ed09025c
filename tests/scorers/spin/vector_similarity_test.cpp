// Held against greedy matching by hand, on vectors of two numbers.
#include <cmath>
#include <gtest/gtest.h>
#include <memory>
#include <string>

#include "tests/engine/align/small_thesaurus.hpp"
#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

using testing::score_of;

/// Directions: east, north, west; halfway lies between east and north, steep nearer to north.
const Lexicon* directions() {
  static const std::shared_ptr<const Lexicon> lexicon = [] {
    const testing::ScratchFolder folder;
    return testing::built(
        {.vectors_file =
             folder.put("v.txt", "east 1 0\nnorth 0 1\nwest -1 0\nhalfway 1 1\nsteep 3 4\n")});
  }();
  return lexicon.get();
}

struct Expected {
  double precision, recall;
};

void expect(const std::string& source, const std::string& rewrite, const Expected& expected) {
  const auto found = score_of("vector_similarity", source, rewrite, directions());
  // Vectors are stored as small integers: a cosine is right to some thousandths.
  EXPECT_NEAR(found.values[0], expected.precision, 0.005) << source << " > " << rewrite;
  EXPECT_NEAR(found.values[1], expected.recall, 0.005) << source << " > " << rewrite;
  EXPECT_DOUBLE_EQ(found.values[2],
                   found.values[0] + found.values[1] > 0
                       ? 2 * found.values[0] * found.values[1] / (found.values[0] + found.values[1])
                       : 0);
  EXPECT_EQ(found.value, found.values[2]);
  const auto back = score_of("vector_similarity", rewrite, source, directions());
  EXPECT_EQ(back.values[0], found.values[1]);
  EXPECT_EQ(back.values[1], found.values[0]);
}

TEST(VectorSimilarity, IsTheCosineOfOneWordWithAnother) {
  expect("east", "east", {1, 1});
  expect("east", "north", {0, 0});
  expect("east", "halfway", {std::sqrt(0.5), std::sqrt(0.5)});
  expect("east", "steep", {0.6, 0.6});
  expect("north", "steep", {0.8, 0.8});
}

TEST(VectorSimilarity, OfOppositesIsNothing) { expect("east", "west", {0, 0}); }

TEST(VectorSimilarity, TakesTheNearestWordForEach) {
  // Of the rewrite, halfway and north have nothing nearer than east and steep.
  expect("east steep", "east north", {(1 + 0.8) / 2, (1 + 0.8) / 2});
  expect("east north", "halfway", {std::sqrt(0.5), std::sqrt(0.5)});
  // One word of the other text may be the nearest of several.
  expect("north", "north steep halfway", {(1 + 0.8 + std::sqrt(0.5)) / 3, 1});
}

TEST(VectorSimilarity, CountsWordsAsOftenAsTheyStand) {
  expect("east east east north", "east", {1, 0.75});
  expect("east, north", "east; east; east, steep", {(3 + 0.8) / 4, (1 + 0.8) / 2});
}

TEST(VectorSimilarity, LeavesOutFunctionWordsAndWordsWithoutVectors) {
  expect("the east of it and zebras", "an east or the giraffe", {1, 1});
  const auto found = score_of("vector_similarity", "the east zebra", "north north", directions());
  EXPECT_EQ(found.statistics[1], 1);  // words of the source
  EXPECT_EQ(found.statistics[3], 2);  // of the rewrite
}

TEST(VectorSimilarity, KnowsPossessivesAndAnyCase) { expect("EAST", "the East's", {1, 1}); }

TEST(VectorSimilarity, DoesNotDependOnTheOrderOfWords) {
  const auto value = [](const std::string& source, const std::string& rewrite) {
    return score_of("vector_similarity", source, rewrite, directions()).value;
  };
  EXPECT_EQ(value("east north steep halfway", "west steep east"),
            value("steep halfway north east", "east west steep"));
}

/// More words than one block of the product has.
TEST(VectorSimilarity, OfManyWordsIsThatOfEach) {
  const testing::ScratchFolder folder;
  std::string vectors;
  std::string text;
  for (int i = 0; i < 600; ++i) {
    const std::string word = "word" + std::to_string(i);
    vectors += word + " " + std::to_string(i + 1) + " " + std::to_string(600 - i) + "\n";
    text += word + " ";
  }
  const auto lexicon = testing::built({.vectors_file = folder.put("v.txt", vectors)});
  EXPECT_DOUBLE_EQ(score_of("vector_similarity", text, text, lexicon.get()).value, 1);
  const auto against_one = score_of("vector_similarity", text, "word599 word599", lexicon.get());
  EXPECT_DOUBLE_EQ(against_one.values[0], 1);
  EXPECT_LT(against_one.values[1], 0.9);
  EXPECT_GT(against_one.values[1], 0.5);
}

TEST(VectorSimilarity, HasNoValueWithoutVectors) {
  const std::string why =
      "the lexicon has no vectors (unspin lexicon build --vectors), or none for the words of a "
      "text";
  for (const Lexicon* lexicon :
       {static_cast<const Lexicon*>(nullptr), testing::small_thesaurus()}) {
    const auto found = score_of("vector_similarity", "east", "north", lexicon);
    EXPECT_TRUE(std::isnan(found.value));
    EXPECT_EQ(found.missing_because, why);
  }
  for (const auto& [source, rewrite] : {std::pair{"east", "zebra"},
                                        {"zebra", "east"},
                                        {"", ""},
                                        {"east", ""},
                                        {"the of", "east"}}) {
    const auto found = score_of("vector_similarity", source, rewrite, directions());
    EXPECT_TRUE(std::isnan(found.value)) << source << " > " << rewrite;
    EXPECT_EQ(found.missing_because, why);
  }
}

}  // namespace
}  // namespace unspin
