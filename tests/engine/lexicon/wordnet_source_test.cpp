#include "engine/lexicon/wordnet_source.hpp"

#include "tests/engine/lexicon/small_lexicon.hpp"

namespace unspin {
namespace {

using testing::built;
using testing::complaint;
using testing::has;
using testing::said;
using testing::SmallWordNet;

class WordNetSource : public ::testing::Test {
 protected:
  SmallWordNet wordnet;
  std::shared_ptr<const Lexicon> lexicon = built({.wordnet_folder = wordnet.path()});
};

TEST_F(WordNetSource, NumbersSensesAsTheIndexDoes) {
  EXPECT_EQ(said(*lexicon, "community", "body"), "synonym noun WordNet community#1");
  EXPECT_EQ(said(*lexicon, "community", "grouping"), "synonym noun WordNet community#2");
}

TEST_F(WordNetSource, SpeaksFromTheSideOfTheFirstWord) {
  EXPECT_EQ(said(*lexicon, "body", "community"), "synonym noun WordNet body#1");
}

TEST_F(WordNetSource, CallsDirectHypernymsGenericFromBothSides) {
  EXPECT_EQ(said(*lexicon, "community", "group"), "generic noun WordNet community#2");
  EXPECT_EQ(said(*lexicon, "group", "grouping"), "generic noun WordNet group#1");
  EXPECT_EQ(said(*lexicon, "community", "entity"), "nothing") << "two steps up";
}

TEST_F(WordNetSource, CallsOtherPointersSimilar) {
  EXPECT_EQ(said(*lexicon, "good", "fine"), "similar adjective WordNet good#1");
  EXPECT_EQ(said(*lexicon, "full time", "fine"), "similar adjective WordNet full time#1");
}

TEST_F(WordNetSource, LetsAPointerOfWordsRelateTheseWordsOnly) {
  EXPECT_EQ(said(*lexicon, "buy", "purchase"), "similar verb WordNet buy#1");
  EXPECT_EQ(said(*lexicon, "purchase", "buy"), "similar noun WordNet purchase#1");
  EXPECT_EQ(said(*lexicon, "acquire", "purchase"), "nothing");
}

TEST_F(WordNetSource, NeverRelatesAntonyms) {
  EXPECT_EQ(said(*lexicon, "good", "bad"), "nothing");
  EXPECT_EQ(said(*lexicon, "community", "loner"), "nothing");
}

TEST_F(WordNetSource, CutsEntriesAsTextsAreCut) {
  EXPECT_EQ(said(*lexicon, "carry out", "perform"), "synonym verb WordNet carry out#1");
  EXPECT_EQ(lexicon->find("carry_out"), Lexicon::unknown);
  EXPECT_EQ(lexicon->find("full-time"), Lexicon::unknown);
  EXPECT_NE(lexicon->find("full time"), Lexicon::unknown);
  EXPECT_NE(lexicon->find("grouping"), Lexicon::unknown) << "folded";
}

TEST(WordNetSourceDamage, IsToldWithItsPlace) {
  const auto told = [](std::string_view file, std::string_view bytes) {
    const SmallWordNet wordnet;
    wordnet.folder.put(file, bytes);
    return complaint([&] { built({.wordnet_folder = wordnet.path()}); });
  };
  EXPECT_TRUE(has(told("data.adv", "\n00000001 02 r 01"), "data.adv: line 1: it ends too early"));
  EXPECT_TRUE(has(told("data.adv", "x 02 r 01 a 0 000 | g\n"), "\"x\" should be a number"));
  EXPECT_TRUE(has(told("data.adv", "00000001 02 r 01 \xff 0 000 | g\n"), "line 1: not UTF-8"));
  EXPECT_TRUE(has(told("index.adv", "well r 3 0 1"), "index.adv: line 1: it ends too early"));
  EXPECT_TRUE(has(told("data.adv", "00000001 02 r 01 well 0 001 & 00000077 r 0000 | g\n"),
                  "points to one that is not there"));
  const SmallWordNet wordnet;
  EXPECT_TRUE(has(complaint([&] { built({.wordnet_folder = wordnet.folder.path("none")}); }),
                  "index.noun: there is no such file"));
}

}  // namespace
}  // namespace unspin
