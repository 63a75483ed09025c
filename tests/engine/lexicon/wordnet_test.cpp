#include "engine/lexicon/wordnet.hpp"

#include <algorithm>
#include <random>
#include <set>

#include "tests/engine/lexicon/small_lexicon.hpp"

namespace unspin {
namespace {

using testing::built;

/// WordNet of a few words; each line of an index is given with that of a synset in mind.
class OwnWordNet : public ::testing::Test {
 protected:
  OwnWordNet() {
    folder.put("data.noun",
               "00000001 06 n 02 goose 0 cuckoo 0 000 | g\n"
               "00000002 06 n 03 couch 0 sofa 0 day_bed 0 000 | g\n"
               "00000003 06 n 02 man 0 Adam 0 000 | g\n"
               "00000004 06 n 02 geese 0 flock 0 000 | g\n"
               "00000005 06 n 02 bus 0 coach 0 000 | g\n");
    folder.put("index.noun",
               "goose n 1 0 1 1 00000001  \ncuckoo n 1 0 1 1 00000001  \n"
               "couch n 1 0 1 1 00000002  \nsofa n 1 0 1 1 00000002  \n"
               "day_bed n 1 0 1 1 00000002  \nman n 1 0 1 1 00000003  \nadam n 1 0 1 1 00000003  \n"
               "geese n 1 0 1 1 00000004  \nflock n 1 0 1 1 00000004  \n"
               "bus n 1 0 1 1 00000005  \ncoach n 1 0 1 1 00000005  \n");
    folder.put("data.verb",
               "00000001 30 v 02 couch 0 phrase 0 000 00 | g\n"
               "00000002 30 v 02 use 0 apply 0 000 00 | g\n");
    folder.put("index.verb",
               "couch v 1 0 1 1 00000001  \nphrase v 1 0 1 1 00000001  \n"
               "use v 1 0 1 1 00000002  \napply v 1 0 1 1 00000002  \n");
    folder.put("data.adj", "00000001 00 a 02 wee(p) 0 small 0 000 | g\n");
    folder.put("index.adj", "wee a 1 0 1 1 00000001  \nsmall a 1 0 1 1 00000001  \n");
    folder.put("data.adv", "");
    folder.put("index.adv", "");
    folder.put("noun.exc", "geese goose\nmen nobody\nmen man\nbuses nowhere\n");
    folder.put("verb.exc", "");
    folder.put("adj.exc", "");
    folder.put("adv.exc", "");
    lexicon = built({.wordnet_folder = folder.path(".")});
  }

  std::vector<std::string> synonyms(std::string_view form) const {
    std::vector<WordNet::WordId> found;
    lexicon->wordnet().synonyms(form, found);
    std::vector<std::string> texts;
    for (const WordNet::WordId word : found) {
      texts.emplace_back(lexicon->wordnet().text(word));
    }
    std::ranges::sort(texts);
    return texts;
  }

  using Words = std::vector<std::string>;
  testing::ScratchFolder folder;
  std::shared_ptr<const Lexicon> lexicon;
};

TEST_F(OwnWordNet, GivesTheSingleWordsOfAllSynsets) {
  EXPECT_EQ(synonyms("couch"), (Words{"couch", "phrase", "sofa"})) << "no phrase, both parts";
  EXPECT_EQ(synonyms("day_bed"), (Words{"couch", "sofa"}));
  EXPECT_EQ(synonyms("small"), (Words{"small", "wee"})) << "without its marker";
  EXPECT_EQ(synonyms("adam"), (Words{"man"})) << "names are no synonyms";
  EXPECT_EQ(synonyms("table"), Words{});
  EXPECT_EQ(synonyms(""), Words{});
}

TEST_F(OwnWordNet, TakesEndingsOff) {
  EXPECT_EQ(synonyms("sofas"), (Words{"couch", "sofa"}));
  EXPECT_EQ(synonyms("couches"), (Words{"couch", "phrase", "sofa"}));
  EXPECT_EQ(synonyms("using"), (Words{"apply", "use"}));
  EXPECT_EQ(synonyms("smaller"), (Words{"small", "wee"}));
  EXPECT_EQ(synonyms("sofass"), (Words{"couch", "sofa"})) << "once more, if that is no lemma";
  EXPECT_EQ(synonyms("smally"), Words{});
}

TEST_F(OwnWordNet, TrustsTheListOfIrregularForms) {
  EXPECT_EQ(synonyms("geese"), (Words{"cuckoo", "flock", "geese", "goose"}));
  EXPECT_EQ(synonyms("men"), (Words{"man"})) << "its last line counts";
  EXPECT_EQ(synonyms("buses"), Words{}) << "no ending is taken off what the list knows";
}

TEST_F(OwnWordNet, IsNotThereWithoutItsFiles) {
  EXPECT_TRUE(testing::built_from_mythes("strong|1\n(adj)|robust\n")->wordnet().is_empty());
  EXPECT_FALSE(lexicon->wordnet().is_empty());
}

TEST_F(OwnWordNet, TakesHugeFormsInLinearTime) {
  EXPECT_EQ(synonyms("sofa" + std::string(1'000'000, 's')), (Words{"couch", "sofa"}));
}

/// The same by all that the rules make of a form, as slow as it gets.
class AllForms {
 public:
  AllForms(std::set<std::string> lemmas, std::vector<std::pair<std::string, std::string>> rules)
      : lemmas_(std::move(lemmas)), rules_(std::move(rules)) {}

  bool is_found(const std::string& form) const {
    std::vector<std::string> forms{form};
    for (bool is_first = true; !forms.empty(); is_first = false) {
      std::vector<std::string> made;
      for (const std::string& one : forms) {
        for (const auto& [ending, replacement] : rules_) {
          if (one.ends_with(ending)) {
            made.push_back(one.substr(0, one.size() - ending.size()) + replacement);
          }
        }
      }
      const auto is_lemma = [&](const std::string& one) { return lemmas_.contains(one); };
      if ((is_first && is_lemma(form)) || std::ranges::any_of(made, is_lemma)) {
        return true;
      }
      forms = made;
    }
    return false;
  }

 private:
  std::set<std::string> lemmas_;
  std::vector<std::pair<std::string, std::string>> rules_;
};

TEST_F(OwnWordNet, FindsWhatTheRulesCanReach) {
  const AllForms nouns({"goose", "cuckoo", "couch", "sofa", "man", "adam", "flock", "bus", "coach"},
                       {{"s", ""},
                        {"ses", "s"},
                        {"ves", "f"},
                        {"xes", "x"},
                        {"zes", "z"},
                        {"ches", "ch"},
                        {"shes", "sh"},
                        {"men", "man"},
                        {"ies", "y"}});
  const std::array<std::string, 5> beginnings = {"bus", "couch", "sofa", "ma", "flock"};
  const std::array<std::string, 8> endings = {"s", "ses", "ches", "es", "n", "men", "ies", "se"};
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    std::string form = beginnings[random() % beginnings.size()];
    for (auto more = random() % 4; more > 0; --more) {
      form += endings[random() % endings.size()];
    }
    if (form == "buses") {
      continue;  // irregular here
    }
    const Words found = synonyms(form);
    const bool is_noun = std::ranges::any_of(
        found, [](const std::string& word) { return word != "phrase" && word != "couch"; });
    ASSERT_EQ(is_noun, nouns.is_found(form)) << form;
  }
}

}  // namespace
}  // namespace unspin
