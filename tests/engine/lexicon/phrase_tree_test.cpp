#include "engine/lexicon/phrase_tree.hpp"

#include <gtest/gtest.h>
#include <map>
#include <vector>

namespace unspin {
namespace {

TEST(PhraseTree, NumbersDistinctPhrasesInOrderOfFirstSight) {
  PhraseTree tree;
  const std::uint32_t seven = tree.extend(PhraseTree::empty_phrase, 7);
  const std::uint32_t seven_eight = tree.extend(seven, 8);
  EXPECT_EQ(seven, 1u);
  EXPECT_EQ(seven_eight, 2u);
  EXPECT_EQ(tree.extend(PhraseTree::empty_phrase, 7), seven);
  EXPECT_EQ(tree.find(seven, 8), seven_eight);
  EXPECT_EQ(tree.find(PhraseTree::empty_phrase, 8), PhraseTree::none);
  EXPECT_EQ(tree.size(), 3u);
}

TEST(PhraseTree, AgreesWithAMapHoweverMuchItGrows) {
  PhraseTree tree;
  std::map<std::vector<std::uint32_t>, std::uint32_t> expected;
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    std::vector<std::uint32_t> phrase;
    std::uint32_t number = PhraseTree::empty_phrase;
    for (std::uint32_t k = 0; k < 3; ++k) {
      phrase.push_back((i * 2'654'435'761u) >> (20 + 3 * k));
      number = tree.extend(number, phrase.back());
      const auto next = static_cast<std::uint32_t>(expected.size() + 1);
      ASSERT_EQ(number, expected.emplace(phrase, next).first->second);
    }
  }
  EXPECT_EQ(tree.size(), expected.size() + 1);
  EXPECT_GT(tree.size(), 5'000u) << "too few to grow";
}

}  // namespace
}  // namespace unspin
