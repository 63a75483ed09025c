// What a lexicon of several resources says.
#include "engine/lexicon/lexicon.hpp"

#include <algorithm>
#include <filesystem>
#include <thread>

#include "tests/engine/lexicon/small_lexicon.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

using testing::base_forms;
using testing::built;
using testing::built_from_mythes;
using testing::complaint;
using testing::has;
using testing::said;
using testing::ScratchFolder;
using testing::SmallWordNet;

using Texts = std::vector<std::string>;

/// All four resources.
class SmallLexicon : public ::testing::Test {
 protected:
  SmallWordNet wordnet;
  LexiconSources sources{
      .wordnet_folder = wordnet.path(),
      .mythes_files = {wordnet.folder.put("th_one.dat",
                                          "UTF-8\n"
                                          "community|2\n(noun)|group|loner\n(noun)|people\n"
                                          "good|1\n(adj)|bad|decent|evil (antonym)\n"),
                       wordnet.folder.put("th_two.dat", "UTF-8\npeople|1\n-|community|folk\n")},
      .moby_file = wordnet.folder.put("words.txt",
                                      "community,group,people,town\n"
                                      "carry,bear\ngood,bad,evil,nice\ngroup administration,it\n"
                                      "practice,custom\nbest practice,norm\ncustom,customs\n"),
      .vectors_file = wordnet.folder.put("glove.txt", "community 1 0\ngroup 1 1\n"),
  };
  std::shared_ptr<const Lexicon> lexicon = built(sources);
};

TEST_F(SmallLexicon, TakesTheWordOfTheFirstResourceThatRelatesTwoWords) {
  EXPECT_EQ(said(*lexicon, "community", "group"), "generic noun WordNet community#2");
  EXPECT_EQ(said(*lexicon, "community", "people"), "synonym noun MyThes community#2");
  EXPECT_EQ(said(*lexicon, "people", "folk"), "synonym unknown MyThes people#1");
  EXPECT_EQ(said(*lexicon, "community", "town"), "synonym unknown Moby community");
  EXPECT_EQ(said(*lexicon, "community", "bad"), "nothing");
  EXPECT_EQ(said(*lexicon, "community", "no such word"), "no entry");
}

TEST_F(SmallLexicon, KeepsAntonymsOfAnEarlierResourceOut) {
  EXPECT_EQ(said(*lexicon, "good", "bad"), "nothing") << "WordNet's, not MyThes' nor Moby's";
  EXPECT_EQ(said(*lexicon, "community", "loner"), "nothing");
  EXPECT_EQ(said(*lexicon, "good", "evil"), "nothing") << "MyThes', not Moby's";
  EXPECT_EQ(said(*lexicon, "good", "nice"), "synonym unknown Moby good");
}

TEST_F(SmallLexicon, IsSymmetricAndSorted) {
  std::size_t relations = 0;
  for (Lexicon::WordId a = 0; a < lexicon->size(); ++a) {
    const auto beside = lexicon->neighbours(a);
    ASSERT_EQ(beside.words.size(), beside.testimony.size());
    EXPECT_TRUE(std::ranges::is_sorted(beside.words, std::less_equal<>()) ||
                beside.words.size() < 2);
    for (std::size_t i = 0; i < beside.words.size(); ++i) {
      const Lexicon::WordId b = beside.words[i];
      const auto here = lexicon->relation(a, b);
      const auto there = lexicon->relation(b, a);
      ASSERT_TRUE(here && there) << lexicon->text(a) << " " << lexicon->text(b);
      EXPECT_EQ(*here, Lexicon::testimony_of(beside.testimony[i]));
      EXPECT_EQ(here->resource, there->resource);
      EXPECT_EQ(here->relation, there->relation);
      ++relations;
    }
  }
  std::size_t stated = 0;
  for (const auto& source : lexicon->info().sources) {
    stated += source.relations;
  }
  EXPECT_EQ(relations, 2 * stated);
}

TEST_F(SmallLexicon, FindsItsEntries) {
  for (Lexicon::WordId word = 0; word < lexicon->size(); ++word) {
    EXPECT_EQ(lexicon->find(lexicon->text(word)), word);
  }
  EXPECT_EQ(lexicon->find("Community"), Lexicon::unknown) << "it takes folded words";
  EXPECT_EQ(lexicon->text(Lexicon::unknown), "");
  EXPECT_EQ(lexicon->text(lexicon->size()), "");
  EXPECT_TRUE(lexicon->neighbours(Lexicon::unknown).words.empty());
  EXPECT_EQ(lexicon->relation(Lexicon::unknown, 0), std::nullopt);
  EXPECT_EQ(lexicon->relation(0, Lexicon::unknown), std::nullopt);
  EXPECT_EQ(lexicon->relation(0, 0), std::nullopt);
}

TEST_F(SmallLexicon, SaysWhatItWasBuiltFrom) {
  const Lexicon::Info& info = lexicon->info();
  EXPECT_EQ(info.language, "en");
  EXPECT_EQ(info.vectors, 2u);
  EXPECT_EQ(info.dimensions, 2u);
  ASSERT_EQ(info.sources.size(), 5u);
  EXPECT_EQ(name_of(info.sources[0].resource), "wordnet");
  EXPECT_EQ(info.sources[1].name, "th_one.dat");
  EXPECT_EQ(info.sources[1].relations, 2u) << "people and decent";
  EXPECT_EQ(info.sources[2].name, "th_two.dat");
  EXPECT_EQ(info.sources[2].relations, 1u) << "folk";
  EXPECT_EQ(info.sources[3].relations, 7u);
  EXPECT_EQ(name_of(info.sources[4].resource), "vectors");
  EXPECT_EQ(info.sources[4].relations, 0u);
}

TEST_F(SmallLexicon, KnowsBaseForms) {
  EXPECT_EQ(base_forms(*lexicon, "community"), Texts{"community"});
  EXPECT_EQ(base_forms(*lexicon, "communities"), Texts{"community"});
  EXPECT_EQ(base_forms(*lexicon, "community's"), Texts{"community"});
  EXPECT_EQ(base_forms(*lexicon, "bought"), Texts{"buy"});
  EXPECT_EQ(base_forms(*lexicon, "better"), Texts{"good"}) << "well has no entry";
  EXPECT_EQ(base_forms(*lexicon, "customs"), (Texts{"customs", "custom"})) << "itself first";
  EXPECT_EQ(base_forms(*lexicon, "custom"), (Texts{"custom", "customs"}));
  EXPECT_EQ(base_forms(*lexicon, "unheard"), Texts{});
  EXPECT_EQ(base_forms(*lexicon, ""), Texts{});
}

TEST_F(SmallLexicon, KnowsBaseFormsOfPhrases) {
  EXPECT_EQ(base_forms(*lexicon, "carry out"), Texts{"carry out"});
  EXPECT_EQ(base_forms(*lexicon, "carried out"), Texts{"carry out"});
  EXPECT_EQ(base_forms(*lexicon, "carrying out"), Texts{"carry out"});
  EXPECT_EQ(base_forms(*lexicon, "best practices"), Texts{"best practice"});
  EXPECT_EQ(base_forms(*lexicon, "attorneys general"), Texts{"attorney general"});
  EXPECT_EQ(base_forms(*lexicon, "carried away"), Texts{});
  EXPECT_EQ(base_forms(*lexicon, " "), Texts{});
}

TEST_F(SmallLexicon, GivesNoMoreBaseFormsThanThereIsRoomFor) {
  EXPECT_EQ(base_forms(*lexicon, "customs", 1), Texts{"customs"});
  EXPECT_EQ(base_forms(*lexicon, "customs", 0), Texts{});
  EXPECT_EQ(base_forms(*lexicon, "carried out", 1), Texts{"carry out"});
}

TEST_F(SmallLexicon, IsTheSameBytesFromTheSameSources) {
  const ScratchFolder folder;
  build_lexicon(sources, folder.path("one"));
  build_lexicon(sources, folder.path("two"));
  EXPECT_TRUE(testing::read_file(folder.path("one")) == testing::read_file(folder.path("two")));

  wordnet.folder.put("glove.txt", "community 1 0\ngroup 1 2\n");
  const Lexicon::Info changed = build_lexicon(sources, folder.path("two"));
  EXPECT_NE(changed.hash, lexicon->info().hash);
}

TEST_F(SmallLexicon, ServesManyThreads) {
  std::vector<std::thread> threads;
  std::vector<Texts> found(4);
  for (Texts& texts : found) {
    threads.emplace_back([&] {
      for (int i = 0; i < 100; ++i) {
        texts = base_forms(*lexicon, "communities");
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(found, std::vector<Texts>(4, Texts{"community"}));
}

TEST(Lexicon, OffersTheSixShortestOfOneStem) {
  const auto lexicon =
      built_from_mythes("walking|1\n-|walked|walks's|walks|walk|walk's|walkes|walkings\n");
  EXPECT_EQ(base_forms(*lexicon, "walks"),
            (Texts{"walks", "walk", "walk's", "walked", "walkes", "walking"}));
}

TEST(Lexicon, TakesTheStemsOfItsLanguage) {
  const std::string_view entries = "haus|1\n-|gebäude\nlaufen|1\n-|rennen\n";
  const auto german = built_from_mythes(entries, "de");
  EXPECT_EQ(german->info().language, "de");
  EXPECT_EQ(base_forms(*german, "häuser"), Texts{"haus"});
  EXPECT_EQ(base_forms(*german, "gebäudes"), Texts{"gebäude"});
  EXPECT_EQ(base_forms(*german, "laufe"), Texts{"laufen"});
  EXPECT_EQ(base_forms(*built_from_mythes(entries, "en"), "laufe"), Texts{});
  EXPECT_EQ(base_forms(*built_from_mythes(entries, "pl"), "haus"), Texts{"haus"})
      << "a language without a stemmer";
}

TEST(Lexicon, RefusesToBeBuiltFromNothing) {
  const ScratchFolder folder;
  const auto told = [&](const LexiconSources& sources) {
    return complaint([&] { build_lexicon(sources, folder.path("lexicon")); });
  };
  EXPECT_TRUE(has(told({}), "Name at least one"));
  EXPECT_TRUE(has(told({.language = "english", .moby_file = "x"}), "no language code"));
  EXPECT_TRUE(has(told({.language = "EN", .moby_file = "x"}), "no language code"));
  EXPECT_TRUE(has(told({.moby_file = folder.path("none")}), "no such file"));
  EXPECT_EQ(folder.entries(), 0u) << "nothing is left behind";
}

TEST(Lexicon, LeavesTheOldFileWhenASourceIsBad) {
  const ScratchFolder folder;
  const std::string lexicon = folder.put("lexicon", "what was there");
  EXPECT_NE(complaint([&] { build_lexicon({.moby_file = folder.put("moby", "a,\xff")}, lexicon); }),
            "done");
  EXPECT_EQ(testing::read_file(lexicon), "what was there");
}

TEST(Lexicon, WorksOnWhenItsFileIsReplaced) {
  const ScratchFolder folder;
  const std::string path = folder.path("lexicon");
  build_lexicon({.moby_file = folder.put("one", "brand,make")}, path);
  const auto first = Lexicon::open(path);
  build_lexicon({.moby_file = folder.put("two", "kind,type")}, path);
  EXPECT_EQ(said(*first, "brand", "make"), "synonym unknown Moby brand");
  EXPECT_EQ(said(*Lexicon::open(path), "brand", "make"), "no entry");
  std::filesystem::remove(path);
  EXPECT_EQ(said(*first, "brand", "make"), "synonym unknown Moby brand");
}

}  // namespace
}  // namespace unspin
