#include <algorithm>
#include <bit>
#include <set>

#include "tests/engine/io/scratch_folder.hpp"
#include "tests/reference/oracle_of.hpp"
#include "tests/reference/oracles.hpp"
#include "tests/reference/random_texts.hpp"
#include "tests/scorers/example_lexicon.hpp"
#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

using testing::score_of;

double meteor(const std::string& source, const std::string& rewrite,
              const std::string& parameters = "") {
  return score_of("meteor" + parameters, source, rewrite, testing::example_lexicon()).value;
}

TEST(Meteor, MatchesWordsStemsAndSynonyms) {
  EXPECT_DOUBLE_EQ(meteor("my old sofa", "my old sofa"), 1 - 0.5 / 27);
  EXPECT_DOUBLE_EQ(meteor("My OLD sofas", "my old sofa"), 1 - 0.5 / 27);
  EXPECT_DOUBLE_EQ(meteor("my old couch", "my old sofas"), 1 - 0.5 / 27);
  EXPECT_DOUBLE_EQ(meteor("my old couch", "my old sofa", ":synonyms=false"),
                   2.0 / 3 * (1 - 0.5 / 8));
  EXPECT_EQ(meteor("a cat", "the dog"), 0);
}

TEST(Meteor, PunishesOtherOrders) {
  EXPECT_DOUBLE_EQ(meteor("a b c d", "c d a b"), 1 - 0.5 / 8);
  EXPECT_DOUBLE_EQ(meteor("a b c d", "d c b a"), 0.5);
  EXPECT_DOUBLE_EQ(meteor("a b c d", "d c b a", ":gamma=0"), 1);
  EXPECT_DOUBLE_EQ(meteor("a b c d", "c d a b", ":beta=1"), 1 - 0.5 / 2);
}

TEST(Meteor, WeighsRecallByAlpha) {
  EXPECT_DOUBLE_EQ(meteor("a b", "a b c d", ":alpha=0,gamma=0"), 0.5) << "precision";
  EXPECT_DOUBLE_EQ(meteor("a b", "a b c d", ":alpha=1,gamma=0"), 1) << "recall";
}

TEST(Meteor, SplitsPunctuationOffIfAsked) {
  EXPECT_EQ(meteor("Stop!", "stop"), 0);
  EXPECT_GT(meteor("Stop!", "stop", ":tokenize=13a"), 0);
}

TEST(Meteor, TakesTheBestReference) {
  const double best = meteor("one two three", "one two four");
  EXPECT_EQ(score_of("meteor", "", "one two four", testing::example_lexicon(),
                     {"nothing", "one two three", "four"})
                .value,
            best);
}

TEST(Meteor, HasNoValueWithoutWordNet) {
  const auto without = score_of("meteor", "a sofa", "a sofa");
  EXPECT_EQ(without.missing_because,
            "the lexicon has no WordNet (meteor:synonyms=false needs none)");
  EXPECT_EQ(score_of("meteor:synonyms=false", "a sofa", "a sofa").missing_because, "");
}

/// A WordNet in which most words of random_text_pair() are synonyms of some others.
std::shared_ptr<const Lexicon> lexicon_of_random_words() {
  const testing::ScratchFolder folder;
  for (const char* part : {"noun", "verb", "adj", "adv"}) {
    folder.put(std::string("data.") + part, "");
    folder.put(std::string("index.") + part, "");
    folder.put(std::string(part) + ".exc", "");
  }
  folder.put("data.noun",
             "00000001 06 n 03 cat 0 mat 0 2024 0 000 | g\n"
             "00000002 06 n 03 mat 0 sat 0 on 0 000 | g\n"
             "00000003 06 n 02 govern 0 the 0 000 | g\n");
  folder.put("index.noun",
             "cat n 1 0 1 1 00000001  \n2024 n 1 0 1 1 00000001  \n"
             "mat n 2 0 2 1 00000001 00000002  \nsat n 1 0 1 1 00000002  \n"
             "on n 1 0 1 1 00000002  \ngovern n 1 0 1 1 00000003  \nthe n 1 0 1 1 00000003  \n");
  build_lexicon({.wordnet_folder = folder.path(".")}, folder.path("lexicon"));
  return Lexicon::open(folder.path("lexicon"));
}

TEST(Meteor, MatchesSynonymsAsItsOracle) {
  const auto lexicon = lexicon_of_random_words();
  const auto are_synonyms = [](const std::string& ours, const std::string& theirs) {
    const std::set<std::string> synsets[] = {
        {"cat", "mat", "2024"}, {"mat", "sat", "on"}, {"govern", "the"}};
    return std::ranges::any_of(synsets, [&](const std::set<std::string>& synset) {
      return synset.contains(ours) && synset.contains(theirs);
    });
  };
  PreparedPair pair({}, lexicon.get());
  std::vector<Selected> selected;
  select("meteor", selected);
  std::vector<Score> scores;
  for (std::uint64_t seed = 0; seed < 20'000; ++seed) {
    const auto texts = reference::random_text_pair(seed);
    pair.assign({texts.source, texts.rewrite});
    score_pair(pair, selected, scores);
    ASSERT_EQ(std::bit_cast<std::uint64_t>(scores[0].values[0]),
              std::bit_cast<std::uint64_t>(reference::meteor(texts.source, texts.rewrite,
                                                             reference::porter_stem, are_synonyms)))
        << "seed " << seed << "\nsource:  " << ::testing::PrintToString(texts.source)
        << "\nrewrite: " << ::testing::PrintToString(texts.rewrite);
  }
}

TEST(Meteor, TakesHugeTextsInLinearTime) {
  std::string cats;
  std::string kittens;
  for (int i = 0; i < 200'000; ++i) {
    cats += "couch ";
    kittens += "sofa ";
  }
  EXPECT_NEAR(meteor(cats, kittens), 1, 1e-9);
}

}  // namespace
}  // namespace unspin
