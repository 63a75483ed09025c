#include "engine/align/alignment.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string>

#include "engine/score/prepared_pair.hpp"
#include "tests/engine/align/aligned_texts.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

/// The aligned words as "source>rewrite", without identical ones.
std::string replaced(PreparedPair& pair) {
  const Alignment& alignment = pair.alignment();
  const Words& source = pair.words(TextIndex::source);
  const Words& rewrite = pair.words(TextIndex::rewrite);
  std::string text;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (alignment.to_rewrite[i] == not_aligned || alignment.likeness[i] == Likeness::identical) {
      continue;
    }
    text += text.empty() ? "" : " ";
    text += pair.word_vocabulary().text(source.id[i]);
    text += ">";
    text += pair.word_vocabulary().text(rewrite.id[alignment.to_rewrite[i]]);
  }
  return text;
}

std::string replaced(const std::string& source, const std::string& rewrite) {
  PreparedPair pair;
  pair.assign({source, rewrite});
  return replaced(pair);
}

TEST(Alignment, PairsTheWordsThatStandInEachOthersPlace) {
  EXPECT_EQ(replaced("our brand has a strong community", "our model has a robust group"),
            "brand>model strong>robust community>group");
}

TEST(Alignment, PrefersTheSameStemAndNearSpellingToTheSamePlace) {
  EXPECT_EQ(replaced("he set his goals today", "he set his own goal today"), "goals>goal");
  EXPECT_EQ(replaced("then Erica said so", "then tall Erika said so"), "erica>erika");
}

TEST(Alignment, BelievesReplacementsThatRecur) {
  // Alone, the last "brand" could as well be "new"; elsewhere it is always "model".
  const std::string pairs = replaced("a brand is big. the brand is old. my brand failed",
                                     "a model is big. the model is old. my new model failed");
  EXPECT_EQ(pairs, "brand>model brand>model brand>model");
}

/// What flaw_of() looks for: links are monotone within a bead, and have an inverse.
TEST(Alignment, LinksAreMonotoneAndInverse) {
  PreparedPair pair;
  for (const char* subject : testing::corpus_subjects) {
    const std::string source = testing::corpus_text(std::string(subject) + "/original");
    for (const char* kind : {"spun", "reworded", "shortened", "same_topic"}) {
      const std::string rewrite = testing::corpus_text(std::string(subject) + "/" + kind);
      pair.assign({source, rewrite});
      EXPECT_EQ(pair.alignment().skipped_cells, 0u);
      EXPECT_EQ(testing::flaw_of(pair), "") << subject << " " << kind;
      if (kind != std::string_view("same_topic")) {
        EXPECT_GT(testing::links_of(pair), 200u) << subject << " " << kind;
      }
    }
  }
}

TEST(Alignment, OfASpunCopyIsMonotoneAllOver) {
  PreparedPair pair;
  for (const char* subject : testing::corpus_subjects) {
    const std::string source = testing::corpus_text(std::string(subject) + "/original");
    const std::string rewrite = testing::corpus_text(std::string(subject) + "/spun");
    pair.assign({source, rewrite});
    std::vector<std::uint32_t> places = pair.alignment().to_rewrite;
    std::erase(places, not_aligned);
    EXPECT_TRUE(std::ranges::is_sorted(places)) << subject;
    EXPECT_GT(places.size(), pair.words(TextIndex::source).size() * 9 / 10) << subject;
  }
}

TEST(Alignment, LetsWordsCrossOnlyWhereSentencesWereMoved) {
  const std::string first = "The old ferry crossed the harbour twice a day. ";
  const std::string second = "Behind the engine room the captain kept eleven pigeons. ";
  EXPECT_EQ(replaced(first + second,
                     "Behind the engine room the skipper kept eleven pigeons. "
                     "The old boat crossed the harbour twice a day."),
            "ferry>boat captain>skipper");
}

TEST(Alignment, ChangesAreWhatLiesBetweenKeptWords) {
  PreparedPair pair;
  pair.assign({"one two three four five", "one zwei three fünf and six five"});
  const auto& changes = pair.changes();
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[0].source_begin, 1u);
  EXPECT_EQ(changes[0].rewrite_end, 2u);
  EXPECT_TRUE(changes[0].is_short_replacement());
  EXPECT_EQ(changes[1].source_words(), 1u);
  EXPECT_EQ(changes[1].rewrite_words(), 3u);
}

TEST(Alignment, HasNoChangesWhereNothingChanged) {
  PreparedPair pair;
  pair.assign({"one two", "one two"});
  EXPECT_TRUE(pair.changes().empty());
  pair.assign({"", ""});
  EXPECT_TRUE(pair.changes().empty());
  pair.assign({"", "one"});
  EXPECT_EQ(pair.changes().size(), 1u);
}

/// Anchors cut long texts; the result must be as good as aligning the texts whole.
TEST(Alignment, OfALongTextFindsEverySwap) {
  std::mt19937_64 random(5);
  std::string source;
  std::string rewrite;
  std::size_t swapped = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string word = "w" + std::to_string(random() % 3000);
    source += word + " ";
    if (i % 8 == 4) {
      rewrite += "x" + std::to_string(random() % 3000) + " ";
      ++swapped;
    } else {
      rewrite += word + " ";
    }
  }
  PreparedPair pair;
  pair.assign({source, rewrite});
  EXPECT_EQ(pair.alignment().skipped_cells, 0u);
  EXPECT_GT(pair.swaps().short_replacements, swapped * 99 / 100);
}

/// Without a full stop each text is one sentence, and without a word in common nothing cuts it.
TEST(Alignment, SaysWhatItDidNotLookAt) {
  std::string source;
  std::string rewrite;
  for (int i = 0; i < 5000; ++i) {
    source += "s" + std::to_string(i) + " ";
    rewrite += "r" + std::to_string(i) + " ";
  }
  PreparedPair pair;
  pair.assign({source, rewrite});
  EXPECT_EQ(pair.alignment().skipped_cells, 25'000'000u);
  EXPECT_EQ(testing::links_of(pair), 0u);
  EXPECT_EQ(testing::flaw_of(pair), "");

  source += "the end";
  rewrite = "a start " + rewrite + "the end";
  pair.assign({source, rewrite});
  EXPECT_EQ(pair.alignment().skipped_cells, 5'000u * 5'002) << "the common end is aligned";
  EXPECT_EQ(testing::links_of(pair), 2u);
}

TEST(Alignment, OfTextsWithSentencesLooksAtAll) {
  std::string source;
  std::string rewrite;
  for (int i = 0; i < 5000; ++i) {
    source += "S" + std::to_string(i) + (i % 10 == 9 ? ". " : " ");
    rewrite += "R" + std::to_string(i) + (i % 10 == 9 ? ". " : " ");
  }
  PreparedPair pair;
  pair.assign({source, rewrite});
  EXPECT_EQ(pair.alignment().skipped_cells, 0u);
  EXPECT_EQ(testing::links_of(pair), 0u) << "a gap of 500 sentences in which nothing is alike";
}

TEST(Alignment, ComparesOnlySoManySpellings) {
  // Words that all begin alike, in sentences of 1,000: a comparison for each pair of them would be
  // millions. The texts are aligned all the same.
  std::string source;
  std::string rewrite;
  for (int i = 0; i < 5000; ++i) {
    source += "pre" + std::to_string(100'000 + i) + (i % 1000 == 999 ? ". " : " ");
    rewrite += "pre" + std::to_string(200'000 + (i * 7) % 5000) + (i % 1000 == 999 ? ". " : " ");
  }
  PreparedPair pair;
  pair.assign({source, rewrite});
  EXPECT_EQ(pair.alignment().to_rewrite.size(), 5000u);
  pair.assign({"says Erica Finley today", "says Erika Finlay today"});  // a new pair, a new budget
  EXPECT_EQ(pair.alignment().likeness[1], Likeness::near_spelling);
}

}  // namespace
}  // namespace unspin
