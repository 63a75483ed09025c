#include "engine/align/passages.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>

#include "engine/score/prepared_pair.hpp"
#include "tests/engine/align/aligned_texts.hpp"
#include "tests/engine/align/small_thesaurus.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

using testing::small_thesaurus;
using testing::words_of;

/// The passages as "source > rewrite", a line each.
std::string passages(const std::string& source, const std::string& rewrite,
                     const Lexicon* lexicon = nullptr) {
  PreparedPair pair({}, lexicon);
  pair.assign({source, rewrite});
  std::string text;
  for (const Passage& passage : telling_passages(pair.alignment(), pair.swaps())) {
    text += words_of(pair, TextIndex::source, passage.source_begin, passage.source_end) + " > " +
            words_of(pair, TextIndex::rewrite, passage.rewrite_begin, passage.rewrite_end) + "\n";
  }
  return text;
}

const std::string kept = "Nobody asked for a ticket on cold Sundays. ";
const std::string ferry = "The old ferry crossed the harbour twice a day. ";
const std::string spun_ferry = "The ancient boat crossed the port twice a day. ";
const std::string pigeons = "Behind the engine room the captain kept eleven pigeons. ";
const std::string spun_pigeons = "Behind the engine room the skipper kept eleven pigeons. ";

TEST(Passages, AreSentencesWithSwapsOfContentWords) {
  EXPECT_EQ(passages(kept + ferry, kept + spun_ferry),
            "the old ferry crossed the harbour twice a day > "
            "the ancient boat crossed the port twice a day\n");
}

TEST(Passages, AreNoneIfNoContentWordWasSwapped) {
  EXPECT_EQ(passages(kept + ferry, kept + ferry), "");
  EXPECT_EQ(passages("It stood in the very old harbour there.",
                     "It stood by the very old harbour there."),
            "");
  EXPECT_EQ(passages("", ""), "");
  EXPECT_EQ(passages(kept, ""), "");
}

TEST(Passages, StandInTheOrderOfTheSource) {
  EXPECT_EQ(passages(pigeons + kept + ferry, spun_pigeons + kept + spun_ferry),
            "behind the engine room the captain kept eleven pigeons > "
            "behind the engine room the skipper kept eleven pigeons\n"
            "the old ferry crossed the harbour twice a day > "
            "the ancient boat crossed the port twice a day\n");
}

TEST(Passages, FollowSentencesThatWereMoved) {
  EXPECT_EQ(passages(ferry + kept + pigeons, spun_pigeons + spun_ferry + kept),
            "the old ferry crossed the harbour twice a day > "
            "the ancient boat crossed the port twice a day\n"
            "behind the engine room the captain kept eleven pigeons > "
            "behind the engine room the skipper kept eleven pigeons\n");
}

TEST(Passages, AreTheThreeWithMostSwaps) {
  const std::string one = "Every morning two green boats bring bread and cheese to us. ";
  const std::string spun_one = "Every morning two green boats bring bread and butter to us. ";
  const std::string two = "In winter the baker lights a tall lamp above his door. ";
  const std::string spun_two = "In winter the baker lights a high lantern above his door. ";
  const std::string found =
      passages(one + ferry + pigeons + two, spun_one + spun_ferry + spun_pigeons + spun_two);
  EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 3);
  EXPECT_EQ(found.find("every morning"), std::string::npos) << found;
}

/// A synonym counts two, a constant mapping three, another swap one.
TEST(Passages, PreferWhatConvinces) {
  const std::string source =
      "The tall farmer came home with four goats. The strong farmer came home with five sheep. ";
  const std::string rewrite =
      "The slim farmer came home with four goats. The robust farmer came home with five sheep. ";
  std::string more_source;
  std::string more_rewrite;
  for (const char* place : {"Bergen", "Cork", "Turku"}) {
    more_source += std::string("In ") + place + " a brand sells coats to poor sailors. ";
    more_rewrite += std::string("In ") + place + " a model sells coats to poor sailors. ";
  }
  const std::string found =
      passages(source + more_source, rewrite + more_rewrite, small_thesaurus());
  EXPECT_EQ(found.find("farmer"), std::string::npos) << found;
  const std::string without = passages(source, rewrite, small_thesaurus());
  EXPECT_EQ(std::count(without.begin(), without.end(), '\n'), 2) << without;
}

TEST(Passages, AreNeitherHeadingsNorEndless) {
  EXPECT_EQ(passages("A tall house\n" + kept, "A high house\n" + kept), "");
  std::string source;
  std::string rewrite;
  for (int i = 0; i < 60; ++i) {
    source += "word" + std::to_string(i) + " ";
    rewrite += (i == 30 ? "other" : "word") + std::to_string(i) + " ";
  }
  EXPECT_EQ(passages(source, rewrite), "");
}

TEST(Passages, ShowSpunArticlesOfTheCorpora) {
  for (const std::string subject : testing::corpus_subjects) {
    const std::string found = passages(testing::corpus_text(subject + "/original"),
                                       testing::corpus_text(subject + "/spun"));
    EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 3) << found;
  }
}

}  // namespace
}  // namespace unspin
