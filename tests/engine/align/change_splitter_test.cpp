#include "engine/align/change_splitter.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <string>

#include "engine/score/prepared_pair.hpp"
#include "tests/engine/align/aligned_texts.hpp"
#include "tests/engine/align/random_documents.hpp"
#include "tests/engine/align/small_thesaurus.hpp"

namespace unspin {
namespace {

using testing::small_thesaurus;
using testing::words_of;

/// The pieces of a pair's stretches, for as long as the texts live.
class Split {
 public:
  Split(const std::string& source, const std::string& rewrite, const Lexicon* lexicon)
      : pair_({}, lexicon), synonyms_(lexicon) {
    pair_.assign({source, rewrite});
    const Alignment& alignment = pair_.alignment();
    const std::vector<Change> stretches = stretches_of(alignment);
    synonyms_.assign(pair_.word_facts(), pair_.words(TextIndex::rewrite).id);
    ChangeSplitter splitter(
        {pair_.words(TextIndex::source), pair_.words(TextIndex::rewrite), pair_.word_vocabulary(),
         pair_.word_facts(), alignment, synonyms_, lexicon},
        stretches);
    std::vector<Piece> of_stretch;
    for (const Change& stretch : stretches) {
      splitter.split(stretch, of_stretch);
      std::uint32_t source_at = stretch.source_begin;
      std::uint32_t rewrite_at = stretch.rewrite_begin;
      for (const Piece& piece : of_stretch) {
        EXPECT_EQ(piece.source_begin, source_at);
        EXPECT_EQ(piece.rewrite_begin, rewrite_at);
        EXPECT_GT(piece.source_words() + piece.rewrite_words(), 0u);
        source_at = piece.source_end;
        rewrite_at = piece.rewrite_end;
        add(piece, !piece.is_one_sided() && splitter.is_inflection(piece));
      }
      EXPECT_EQ(source_at, stretch.source_end);
      EXPECT_EQ(rewrite_at, stretch.rewrite_end);
    }
  }

  std::string pieces;       ///< "from>to, dropped>, >inserted"
  std::string known;        ///< those of them that are known
  std::string listed;       ///< phrases that the lexicon lists
  std::string inflections;  ///< other forms of the same words

 private:
  void add(const Piece& piece, bool is_inflection) {
    const std::string text =
        words_of(pair_, TextIndex::source, piece.source_begin, piece.source_end) + ">" +
        words_of(pair_, TextIndex::rewrite, piece.rewrite_begin, piece.rewrite_end);
    const auto append = [&](std::string& to) { to += (to.empty() ? "" : ", ") + text; };
    append(pieces);
    if (piece.is_known) {
      append(known);
    }
    if (piece.is_listed) {
      append(listed);
    }
    if (is_inflection) {
      append(inflections);
    }
  }

  PreparedPair pair_;
  PairSynonyms synonyms_;
};

std::string pieces(const std::string& source, const std::string& rewrite,
                   const Lexicon* lexicon = nullptr) {
  return Split(source, rewrite, lexicon).pieces;
}

TEST(ChangeSplitter, PutsWordForWord) {
  EXPECT_EQ(pieces("a red barn stood here", "a pink shed stood here"), "red>pink, barn>shed");
  EXPECT_EQ(pieces("it stood in barns there", "it lay by sheds there"),
            "stood>lay, in>by, barns>sheds");
}

TEST(ChangeSplitter, KeepsWhatWasDroppedOrInsertedApart) {
  EXPECT_EQ(pieces("a red barn stood", "a barn stood"), "red>");
  EXPECT_EQ(pieces("a barn stood", "a red barn stood"), ">red");
  EXPECT_EQ(pieces("one", ""), "one>");
}

TEST(ChangeSplitter, PutsFunctionWordsForFunctionWords) {
  EXPECT_EQ(pieces("platforms such as Reddit", "platforms like Reddit"), "such as>like");
  EXPECT_EQ(pieces("towns such as Harwick", "towns like Harwick", small_thesaurus()),
            "such as>like");
  EXPECT_EQ(pieces("he came because of rain", "he came due to rain"), "because of>due to");
}

TEST(ChangeSplitter, PutsAPhraseOfTheLexiconForAWord) {
  for (const auto& [from, to] : {std::pair{"before", "earlier than"},
                                 {"become", "turn into"},
                                 {"carry out", "perform"},
                                 {"such as", "like"}}) {
    const auto there = Split(std::string("sheep ") + from + " wolves",
                             std::string("sheep ") + to + " wolves", small_thesaurus());
    EXPECT_EQ(there.pieces, std::string(from) + ">" + to);
    EXPECT_EQ(there.listed, there.pieces);
    EXPECT_EQ(there.known, there.pieces);
    const auto back = Split(std::string("sheep ") + to + " wolves",
                            std::string("sheep ") + from + " wolves", small_thesaurus());
    EXPECT_EQ(back.pieces, std::string(to) + ">" + from);
    EXPECT_EQ(back.listed, back.pieces);
  }
}

TEST(ChangeSplitter, KnowsAnInflectedPhrase) {
  for (const auto& [from, to] : {std::pair{"carried out", "performed"},
                                 {"carries out", "performs"},
                                 {"carrying out", "executing"},
                                 {"becomes", "turns into"},
                                 {"becoming", "turning into"}}) {
    const auto split = Split(std::string("he ") + from + " plans",
                             std::string("he ") + to + " plans", small_thesaurus());
    EXPECT_EQ(split.listed, std::string(from) + ">" + to);
  }
}

TEST(ChangeSplitter, TakesAPhraseOutOfItsNeighbours) {
  EXPECT_EQ(
      pieces("join before you buy", "be part of earlier than you purchase", small_thesaurus()),
      "join>be part of, before>earlier than, buy>purchase");
  EXPECT_EQ(pieces("mistakes quickly become a problem", "errors shortly turn into a downside",
                   small_thesaurus()),
            "mistakes>errors, quickly>shortly, become>turn into, problem>downside");
  EXPECT_EQ(
      pieces("workers carry out strong plans", "staff perform robust schemes", small_thesaurus()),
      "workers>staff, carry out>perform, strong>robust, plans>schemes");
}

TEST(ChangeSplitter, BelievesAPhraseThatRecurs) {
  // The last time, another swap stands beside it.
  const auto split =
      Split("several hens. see several geese. how several old ducks",
            "a number of hens. see a number of geese. how a number of tired ducks", nullptr);
  EXPECT_EQ(split.pieces,
            "several>a number of, several>a number of, several>a number of, old>tired");
}

TEST(ChangeSplitter, KnowsInflections) {
  const auto inflections = [](const std::string& source, const std::string& rewrite) {
    return Split(source, rewrite, nullptr).inflections;
  };
  EXPECT_EQ(inflections("it is not new", "it isn't new"), "is not>isn't");
  EXPECT_EQ(inflections("it isn't new", "it is not new"), "isn't>is not");
  EXPECT_EQ(inflections("and you will see", "and you'll see"), "you will>you'll");
  EXPECT_EQ(inflections("it does not face a door", "it doesn't face a door"), "does not>doesn't");
  EXPECT_EQ(inflections("a corner gets sun", "a corner will get sun"), "gets>will get");
  EXPECT_EQ(inflections("a goal here", "the goals here"), "goal>goals");
  EXPECT_EQ(inflections("a red barn", "a pink barn"), "");
  EXPECT_EQ(inflections("a corner gets sun", "a corner rarely gets sun"), "");
}

TEST(ChangeSplitter, KnowsInflectionsThatOnlyTheLexiconKnows) {
  const testing::SmallWordNet wordnet;
  const auto lexicon = testing::built({.wordnet_folder = wordnet.path()});
  EXPECT_EQ(Split("they bought bread", "they buy bread", lexicon.get()).inflections, "bought>buy");
  EXPECT_EQ(Split("they bought bread", "they buy bread", nullptr).inflections, "");
}

TEST(ChangeSplitter, KnowsAWordThatIsWrittenApart) {
  const auto split = Split("bees without stings", "bees with out stings", nullptr);
  EXPECT_EQ(split.pieces, "without>with out");
  EXPECT_EQ(split.known, "without>with out");
  EXPECT_EQ(pieces("the roof top garden", "the rooftop garden"), "roof top>rooftop");
}

TEST(ChangeSplitter, NeverLetsAPhraseCrossASentence) {
  const std::string source = "Prices may become. Nothing else is known of Harwick.";
  const std::string rewrite = "Prices may turn. Into nothing else is known of Harwick.";
  EXPECT_EQ(pieces("Prices may become nothing else.", "Prices may turn into nothing else.",
                   small_thesaurus()),
            "become>turn into");
  EXPECT_EQ(pieces(source, rewrite, small_thesaurus()), "become>turn, >into");
  EXPECT_EQ(pieces(source, rewrite), "become>turn, >into");
}

TEST(ChangeSplitter, CutsALongStretchAtKnownWords) {
  std::string source;
  std::string rewrite;
  for (int i = 0; i < 40; ++i) {
    source += i % 10 == 9 ? "strong " : "s" + std::to_string(i) + " ";
    rewrite += i % 10 == 9 ? "robust " : "r" + std::to_string(i) + " ";
  }
  const auto split = Split(source, rewrite, small_thesaurus());
  EXPECT_EQ(split.known, "strong>robust, strong>robust, strong>robust, strong>robust");
}

/// Whatever the texts, the pieces of a stretch are all of it, in order: Split looks itself.
TEST(ChangeSplitter, LeavesNothingOut) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const auto texts = testing::random_document_pair(seed);
    Split(texts.source, texts.rewrite, seed % 2 == 0 ? small_thesaurus() : nullptr);
  }
  for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
    const auto texts = reference::random_text_pair(seed);
    Split(texts.source, texts.rewrite, nullptr);
  }
}

/// Three words that were dropped are three in all, as many as a contraction has.
TEST(ChangeSplitter, CallsNothingAnInflectionOfNothing) {
  const std::string source = "bees sting when they are angry";
  const std::string rewrite = "bees sting";
  PreparedPair pair;
  pair.assign({source, rewrite});
  PairSynonyms synonyms;
  synonyms.assign(pair.word_facts(), pair.words(TextIndex::rewrite).id);
  const std::vector<Change> stretches = stretches_of(pair.alignment());
  const ChangeSplitter splitter(
      {pair.words(TextIndex::source), pair.words(TextIndex::rewrite), pair.word_vocabulary(),
       pair.word_facts(), pair.alignment(), synonyms, nullptr},
      stretches);
  // There is no rewrite word 2 to look at: sanitizers see it.
  EXPECT_FALSE(splitter.is_inflection({2, 5, 2, 2}));
  EXPECT_FALSE(splitter.is_inflection({6, 6, 2, 2}));
}

/// The number of a piece tells which words are on which side: one for two is not two for one.
TEST(ChangeSplitter, TellsPiecesApartByTheirNumbers) {
  const std::string text = "w0 w1 w2 w3 w4 w5 w6 w7";
  PreparedPair pair;
  pair.assign({text, text});
  PairSynonyms synonyms;
  synonyms.assign(pair.word_facts(), pair.words(TextIndex::rewrite).id);
  const std::vector<Change> stretches = stretches_of(pair.alignment());
  ChangeSplitter splitter(
      {pair.words(TextIndex::source), pair.words(TextIndex::rewrite), pair.word_vocabulary(),
       pair.word_facts(), pair.alignment(), synonyms, nullptr},
      stretches);
  std::map<std::uint32_t, std::string> seen;
  const std::uint32_t words = 8;
  for (std::uint32_t i = 0; i < words; ++i) {
    for (std::uint32_t i_end = i + 1; i_end <= std::min(i + 4, words); ++i_end) {
      for (std::uint32_t j = 0; j < words; ++j) {
        for (std::uint32_t j_end = j + 1; j_end <= std::min(j + 4, words); ++j_end) {
          const std::string swap = words_of(pair, TextIndex::source, i, i_end) + ">" +
                                   words_of(pair, TextIndex::rewrite, j, j_end);
          const auto [other, is_new] =
              seen.try_emplace(splitter.number_of({i, i_end, j, j_end}), swap);
          EXPECT_TRUE(is_new) << swap << " has the number of " << other->second;
        }
      }
    }
  }
}

TEST(PhraseTestimony, TriesTheFormsOfEither) {
  const Lexicon* lexicon = small_thesaurus();
  const auto said = testimony_on(lexicon, "carried out", "performs");
  ASSERT_TRUE(said);
  EXPECT_EQ(lexicon->text(said->from), "carry out");
  EXPECT_EQ(lexicon->text(said->to), "perform");
  EXPECT_EQ(said->testimony.resource, Resource::mythes);
  EXPECT_TRUE(testimony_on(lexicon, "community's", "groups"));
  EXPECT_FALSE(testimony_on(lexicon, "carry out", "group"));
  EXPECT_FALSE(testimony_on(lexicon, "no such phrase", "perform"));
  EXPECT_FALSE(testimony_on(nullptr, "carry out", "perform"));
}

}  // namespace
}  // namespace unspin
