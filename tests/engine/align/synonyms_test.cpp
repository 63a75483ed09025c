#include "engine/align/synonyms.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>

#include "engine/score/prepared_pair.hpp"
#include "tests/engine/align/small_thesaurus.hpp"

namespace unspin {
namespace {

using testing::small_thesaurus;

/// A vocabulary and what a rewrite's words are to others.
class Pair {
 public:
  explicit Pair(const Lexicon* lexicon) : lexicon_(lexicon), finder_(lexicon), synonyms(lexicon) {}

  /// Begins a new pair; `others` are words of the source alone.
  void assign(std::initializer_list<std::string_view> rewrite,
              std::initializer_list<std::string_view> others) {
    words_.clear();
    std::vector<std::uint32_t> ids;
    for (const std::string_view word : rewrite) {
      ids.push_back(words_.intern(word));
    }
    for (const std::string_view word : others) {
      words_.intern(word);
    }
    finder_.find(words_, facts_);
    synonyms.assign(facts_, ids);
  }

  std::uint32_t id(std::string_view word) { return words_.intern(word); }

  /// The words listed beside one, ascending by number.
  std::vector<std::string> of(std::string_view word) {
    std::vector<std::string> found;
    for (const Synonym& synonym : synonyms.of(id(word))) {
      found.emplace_back(words_.text(synonym.word));
    }
    std::ranges::sort(found);
    return found;
  }

  /// What is said of two: "MyThes community#1", "same entry", "nothing".
  std::string said(std::string_view source, std::string_view rewrite) {
    const Synonym* found = synonyms.find(id(source), id(rewrite));
    return found == nullptr       ? "nothing"
           : found->is_same_entry ? "same entry"
                                  : lexicon_->describe(found->testimony, found->from, found->to);
  }

 private:
  const Lexicon* lexicon_;
  WordFactFinder finder_;
  Vocabulary words_;
  WordFacts facts_;

 public:
  PairSynonyms synonyms;
};

using Strings = std::vector<std::string>;

TEST(PairSynonyms, AreTheWordsOfTheRewriteThatTheLexiconLists) {
  Pair pair(small_thesaurus());
  pair.assign({"group", "society", "administration"}, {"community", "management", "strong"});
  EXPECT_EQ(pair.of("community"), (Strings{"group", "society"}));
  EXPECT_EQ(pair.of("management"), (Strings{"administration"}));
  EXPECT_EQ(pair.of("strong"), Strings{}) << "neither robust nor sturdy is in the rewrite";
  EXPECT_EQ(pair.said("community", "group"), "MyThes community#1");
  EXPECT_EQ(pair.said("community", "administration"), "nothing");
}

TEST(PairSynonyms, AreListedEitherWay) {
  Pair pair(small_thesaurus());
  pair.assign({"community"}, {"group", "neighbourhood"});
  EXPECT_EQ(pair.said("group", "community"), "MyThes community#1");
  EXPECT_EQ(pair.said("neighbourhood", "community"), "MyThes community#2");
}

TEST(PairSynonyms, OfInflectedWordsAreThoseOfTheirBaseForms) {
  Pair pair(small_thesaurus());
  pair.assign({"groups", "group's", "purchased"}, {"communities", "buying"});
  EXPECT_EQ(pair.of("communities"), (Strings{"group's", "groups"}));
  EXPECT_EQ(pair.of("buying"), (Strings{"purchased"}));
}

TEST(PairSynonyms, KnowFormsOfOneEntry) {
  const testing::SmallWordNet wordnet;
  const auto lexicon = testing::built({.wordnet_folder = wordnet.path()});
  Pair pair(lexicon.get());
  pair.assign({"bought", "acquires"}, {"buy"});
  EXPECT_EQ(pair.said("buy", "bought"), "same entry");
  EXPECT_EQ(pair.said("buy", "acquires"), "WordNet buy#1");
}

TEST(PairSynonyms, GiveTheBestThatIsSaid) {
  const testing::SmallWordNet wordnet;
  const testing::ScratchFolder folder;
  const auto lexicon =
      testing::built({.wordnet_folder = wordnet.path(),
                      .mythes_files = {folder.put("th.dat", "UTF-8\nbuy|1\n(verb)|acquire\n")}});
  Pair pair(lexicon.get());
  pair.assign({"acquire"}, {"buy"});
  ASSERT_EQ(pair.synonyms.of(pair.id("buy")).size(), 1u);
  EXPECT_EQ(pair.said("buy", "acquire"), "WordNet buy#1");
}

TEST(PairSynonyms, ForgetThePairBefore) {
  Pair pair(small_thesaurus());
  pair.assign({"group", "robust"}, {"community", "strong"});
  EXPECT_EQ(pair.of("community"), (Strings{"group"}));
  EXPECT_EQ(pair.of("strong"), (Strings{"robust"}));
  pair.assign({"society", "x", "y"}, {"strong", "community"});
  EXPECT_EQ(pair.of("community"), (Strings{"society"}));
  EXPECT_EQ(pair.of("strong"), Strings{});
  pair.assign({}, {"community"});
  EXPECT_EQ(pair.of("community"), Strings{});
}

TEST(PairSynonyms, TakeAWordOfTheRewriteOnlyOnce) {
  Pair pair(small_thesaurus());
  pair.assign({"group", "group", "group"}, {"community"});
  EXPECT_EQ(pair.of("community"), (Strings{"group"}));
}

TEST(PairSynonyms, AreNoneWithoutALexicon) {
  Pair pair(nullptr);
  pair.assign({"group"}, {"community"});
  EXPECT_EQ(pair.of("community"), Strings{});
  EXPECT_EQ(pair.said("community", "group"), "nothing");
}

TEST(PairSynonyms, AreTheSameForAWordThatWasExpected) {
  Pair pair(small_thesaurus());
  pair.assign({"group", "society"}, {"community", "zzz"});
  pair.synonyms.expect(pair.id("community"));
  pair.synonyms.expect(pair.id("zzz"));
  EXPECT_EQ(pair.of("community"), (Strings{"group", "society"}));
  EXPECT_EQ(pair.of("zzz"), Strings{});
  pair.synonyms.expect(pair.id("community"));
  EXPECT_EQ(pair.of("community"), (Strings{"group", "society"}));
}

TEST(PairSynonyms, MayBeExpectedWithoutALexicon) {
  Pair pair(nullptr);
  pair.assign({"group"}, {"community"});
  pair.synonyms.expect(pair.id("community"));
  EXPECT_EQ(pair.of("community"), Strings{});
}

}  // namespace
}  // namespace unspin
