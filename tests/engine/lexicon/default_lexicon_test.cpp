// The default English lexicon, where there is one.
#include <algorithm>
#include <utility>

#include "tests/engine/lexicon/small_lexicon.hpp"
#include "tests/places.hpp"

namespace unspin {
namespace {

using testing::base_forms;
using testing::has;
using testing::said;

class DefaultLexicon : public ::testing::Test {
 protected:
  void SetUp() override {
    if (std::string_view(places::default_lexicon_file).empty()) {
      GTEST_SKIP() << "built without wordnet-base and mythes-en-us";
    }
    lexicon = Lexicon::open(places::default_lexicon_file);
  }

  /// Whether some base form of one word is related to some base form of the other.
  bool are_related(std::string_view a, std::string_view b) const {
    for (const std::string& base_of_a : base_forms(*lexicon, a)) {
      for (const std::string& base_of_b : base_forms(*lexicon, b)) {
        if (lexicon->relation(lexicon->find(base_of_a), lexicon->find(base_of_b))) {
          return true;
        }
      }
    }
    return false;
  }

  std::shared_ptr<const Lexicon> lexicon;
};

TEST_F(DefaultLexicon, HasBothResources) {
  ASSERT_EQ(lexicon->info().sources.size(), 2u);
  EXPECT_EQ(lexicon->info().language, "en");
  EXPECT_GT(lexicon->info().words, 140'000u);
  EXPECT_GT(lexicon->info().sources[0].relations, 500'000u);
  EXPECT_GT(lexicon->info().sources[1].relations, 10'000u);
}

TEST_F(DefaultLexicon, KnowsWhatSpinnersSwap) {
  EXPECT_TRUE(has(said(*lexicon, "buy", "purchase"), "synonym verb WordNet buy#1"));
  EXPECT_TRUE(has(said(*lexicon, "community", "group"), "WordNet community#"));
  EXPECT_TRUE(are_related("bought", "purchased"));
  EXPECT_TRUE(are_related("communities", "groups"));
  EXPECT_TRUE(are_related("carried out", "executed"));
  EXPECT_TRUE(are_related("hives", "beehive"));
  EXPECT_TRUE(are_related("carrying out", "executes"));
}

TEST_F(DefaultLexicon, DoesNotKnowWhatSpinnersGetWrong) {
  EXPECT_EQ(said(*lexicon, "brand", "model"), "nothing");
  EXPECT_EQ(said(*lexicon, "queen", "brood"), "nothing");
}

TEST_F(DefaultLexicon, HasNoAntonyms) {
  for (const auto& [a, b] : {std::pair{"good", "bad"},
                             {"hot", "cold"},
                             {"buy", "sell"},
                             {"man", "woman"},
                             {"increase", "decrease"},
                             {"early", "late"}}) {
    EXPECT_EQ(said(*lexicon, a, b), "nothing");
  }
}

TEST_F(DefaultLexicon, KnowsIrregularForms) {
  for (const auto& [form, base] : {std::pair{"bought", "buy"},
                                   {"went", "go"},
                                   {"children", "child"},
                                   {"mice", "mouse"},
                                   {"best", "good"},
                                   {"worse", "bad"},
                                   {"attorneys general", "attorney general"}}) {
    const auto found = base_forms(*lexicon, form);
    EXPECT_NE(std::ranges::find(found, base), found.end()) << form;
  }
}

}  // namespace
}  // namespace unspin
