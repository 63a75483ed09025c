#include "engine/score/prepared_pair.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "engine/text/white_space.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin {
namespace {

int splits = 0;

void split(std::string_view text, TokenSink& out) {
  ++splits;
  split_at_white_space(text, [&](std::string_view token) { out.add(token); });
}
constexpr Tokenization blanks{"blanks", split};

TEST(PreparedPair, TakesTheSourceForTheReferenceUnlessThereAreSome) {
  PreparedPair pair;
  pair.assign({"the source", "the rewrite"});
  ASSERT_EQ(pair.reference_count(), 1u);
  EXPECT_EQ(pair.text(pair.reference(0)), "the source");

  const std::string_view references[] = {"one", "two"};
  pair.assign({"the source", "the rewrite", references});
  ASSERT_EQ(pair.reference_count(), 2u);
  EXPECT_EQ(pair.text(pair.reference(1)), "two");
}

TEST(PreparedPair, CanLeaveItsReferencesOut) {
  const std::string_view references[] = {"one", "two"};
  PreparedPair pair;
  pair.assign({"the source", "the rewrite", references});
  EXPECT_TRUE(pair.has_references());
  EXPECT_FALSE(pair.without_references().has_references());
  EXPECT_EQ(pair.without_references().source(), "the source");
  EXPECT_EQ(pair.without_references().rewrite(), "the rewrite");

  pair.assign({"a source", "a rewrite", references});
  EXPECT_EQ(pair.without_references().source(), "a source");
  pair.assign({"a source", "a rewrite"});
  EXPECT_EQ(&pair.without_references(), &pair);
}

TEST(PreparedPair, TokenizesEachTextOnceAndOnlyWhenAsked) {
  PreparedPair pair;
  pair.assign({"a b", "b c"});
  splits = 0;
  pair.tokens(blanks, TextIndex::source);
  EXPECT_EQ(splits, 1);
  EXPECT_EQ(pair.matches(blanks, 2)[0], 1u);
  pair.matches(blanks, 1);
  pair.tokens(blanks, TextIndex::rewrite);
  EXPECT_EQ(splits, 2);
}

TEST(PreparedPair, ForgetsThePairBefore) {
  PreparedPair pair;
  pair.assign({"brand one", "model one"});
  EXPECT_EQ(pair.swaps().rows.size(), 1u);
  pair.matches(blanks, 4);
  pair.assign({"one", "one"});
  EXPECT_TRUE(pair.swaps().rows.empty());
  EXPECT_EQ(pair.matches(blanks, 1)[0], 1u);
  EXPECT_EQ(pair.word_vocabulary().size(), 1u);
}

TEST(PreparedPair, KnowsWhichWordsAreTheGlossarys) {
  const testing::ScratchFolder folder;
  const Glossary glossary = Glossary::read(folder.put("terms.tsv", "queen excluder\n"));
  PreparedPair pair({}, nullptr, &glossary);
  pair.assign({"excluders", "a hive"});
  EXPECT_EQ(pair.glossary_stems().size(), 3u);
  EXPECT_EQ(std::ranges::count(pair.glossary_stems(), 1u), 1);
  pair.assign({"a", "hive"});
  EXPECT_EQ(std::ranges::count(pair.glossary_stems(), 1u), 0);

  PreparedPair without;
  without.assign({"excluders", "a hive"});
  EXPECT_TRUE(without.glossary_stems().empty());
}

int computed = 0;
std::size_t source_length(PreparedPair& pair) {
  ++computed;
  return pair.source().size();
}

TEST(PreparedPair, SharesWhatScorersComputeOncePerPair) {
  PreparedPair pair;
  computed = 0;
  pair.assign({"four", ""});
  EXPECT_EQ(pair.shared(source_length), 4u);
  EXPECT_EQ(pair.shared(source_length), 4u);
  EXPECT_EQ(computed, 1);
  pair.assign({"three", ""});
  EXPECT_EQ(pair.shared(source_length), 5u);
}

}  // namespace
}  // namespace unspin
