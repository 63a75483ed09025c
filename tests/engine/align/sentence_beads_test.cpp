#include "engine/align/sentence_beads.hpp"

#include <gtest/gtest.h>
#include <random>
#include <string>

#include "tests/build_kind.hpp"
#include "tests/engine/align/aligned_texts.hpp"
#include "tests/engine/align/random_documents.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

using testing::beads_of;
using testing::flaw_of;
using testing::identical_links_of;
using testing::links_of;

const std::string ferry = "The old ferry crossed the harbour twice a day. ";
const std::string ticket = "Nobody asked for a ticket on Sundays. ";
const std::string bell = "A bronze bell rang whenever fog rolled in from the sea. ";
const std::string pigeons = "Behind the engine room the captain kept eleven pigeons. ";

class SentenceBeads : public ::testing::Test {
 protected:
  /// The beads of two texts, in which nothing is wrong.
  std::string beads(const std::string& source, const std::string& rewrite) {
    source_ = source;
    rewrite_ = rewrite;
    pair.assign({source_, rewrite_});
    EXPECT_EQ(flaw_of(pair), "");
    return beads_of(pair);
  }

  PreparedPair pair;

 private:
  std::string source_, rewrite_;
};

TEST_F(SentenceBeads, PairSentencesInTheSameOrder) {
  EXPECT_EQ(beads(ferry + ticket + bell, ferry + ticket + bell), "1=1 2=2 3=3");
  EXPECT_EQ(beads(ferry + ticket + bell,
                  "The ancient ferry crossed the port two times a day. "
                  "No one asked for a ticket on Sundays. "
                  "A bronze bell sounded whenever mist rolled in from the sea."),
            "1=1 2=2 3=3");
}

TEST_F(SentenceBeads, LeaveADroppedSentenceAlone) {
  EXPECT_EQ(beads(ferry + ticket + bell, ferry + bell), "1=1 2? 3=2");
  EXPECT_EQ(beads(ferry + ticket + bell, ticket + bell), "1? 2=1 3=2");
  EXPECT_EQ(beads(ferry + ticket + bell, ferry + ticket), "1=1 2=2 3?");
}

TEST_F(SentenceBeads, LeaveAnInsertedSentenceAlone) {
  EXPECT_EQ(beads(ferry + bell, ferry + ticket + bell), "1=1 ?2 2=3");
  EXPECT_EQ(beads(ferry + bell, ticket + ferry + bell), "?1 1=2 2=3");
  EXPECT_EQ(beads(ferry + bell, ferry + bell + ticket), "1=1 2=2 ?3");
}

TEST_F(SentenceBeads, PairASentenceWithBothHalvesOfIt) {
  EXPECT_EQ(
      beads(ferry + bell + pigeons,
            ferry + "A bronze bell rang out. Whenever fog rolled in from the sea. " + pigeons),
      "1=1 2=2-3 3=4");
}

TEST_F(SentenceBeads, PairTwoSentencesWithTheOneTheyBecame) {
  EXPECT_EQ(beads(ferry + "A bronze bell rang out. Whenever fog rolled in from the sea. " + pigeons,
                  ferry + bell + pigeons),
            "1=1 2-3=2 4=3");
}

TEST_F(SentenceBeads, PairWhatStandsBetweenTheSameSentences) {
  EXPECT_EQ(beads(ferry + "It was free. " + bell, ferry + "You paid nothing. " + bell),
            "1=1 2?2 3=3");
}

TEST_F(SentenceBeads, FollowParagraphsThatWereSwapped) {
  const std::string first = ferry + ticket + "\n";
  const std::string second = bell + pigeons + "\n";
  EXPECT_EQ(beads(first + second, second + first), "1-2~3-4 3=1 4=2");
  for (const Bead& bead : pair.alignment().beads) {
    EXPECT_FALSE(bead.is_one_sided());
  }
  EXPECT_EQ(identical_links_of(pair), pair.words(TextIndex::source).size());
  EXPECT_TRUE(pair.changes().empty());
}

TEST_F(SentenceBeads, FollowASentenceThatWasMoved) {
  EXPECT_EQ(beads(ferry + ticket + bell + pigeons, ticket + bell + pigeons + ferry),
            "1~4 2=1 3=2 4=3");
  EXPECT_EQ(beads(ferry + ticket + bell + pigeons, pigeons + ferry + ticket + bell),
            "1=2 2=3 3=4 4~1");
  EXPECT_EQ(identical_links_of(pair), pair.words(TextIndex::source).size());
}

/// What few words have in common by chance is not moved.
TEST_F(SentenceBeads, DoNotCallAChanceLikenessMoved) {
  const std::string beads_found = beads(ferry + ticket + bell + "We ate soup. ",
                                        "Soup was sold here. " + ferry + ticket + bell);
  EXPECT_EQ(beads_found, "?1 1=2 2=3 3=4 4?");
}

TEST_F(SentenceBeads, OfOneSentenceAgainstMany) {
  EXPECT_EQ(beads(bell, ferry + ticket + bell + pigeons), "?1-2 1=3 ?4");
  EXPECT_EQ(beads(ferry + ticket + bell + pigeons, bell), "1-2? 3=1 4?");
  EXPECT_EQ(identical_links_of(pair), 11u);
  EXPECT_EQ(beads(bell, bell), "1=1");
}

TEST_F(SentenceBeads, OfEmptyTexts) {
  for (const std::string nothing : {"", " \n", "… !"}) {
    beads(nothing, nothing);
    EXPECT_EQ(links_of(pair), 0u);
    beads(nothing, ferry + ticket);
    EXPECT_EQ(links_of(pair), 0u);
    beads(ferry + ticket, nothing);
    EXPECT_EQ(links_of(pair), 0u);
  }
}

/// Half of the sentences in another order, then one moved to the other end.
TEST_F(SentenceBeads, OfAnArticleInAnotherOrderAlignEveryWord) {
  for (const char* subject : testing::corpus_subjects) {
    const std::string text = testing::corpus_text(std::string(subject) + "/original");
    const std::size_t middle = text.find('\n', text.size() / 2) + 1;
    const std::size_t title = text.find('\n') + 1;
    beads(text, text.substr(middle) + text.substr(0, middle));
    const auto words = static_cast<double>(pair.words(TextIndex::source).size());
    EXPECT_GE(static_cast<double>(identical_links_of(pair)), words * 0.98) << subject;
    EXPECT_EQ(beads(text, text.substr(0, title) + text.substr(title)).find('~'), std::string::npos)
        << subject << ": nothing was moved";
  }
}

/// A few sentences are paired by chance; then "the" may stand for "the".
TEST_F(SentenceBeads, OfUnrelatedTextsKeepNearlyNoWords) {
  for (const char* subject : testing::corpus_subjects) {
    for (const char* other : testing::corpus_subjects) {
      if (subject == other) {
        continue;
      }
      beads(testing::corpus_text(std::string(subject) + "/original"),
            testing::corpus_text(std::string(other) + "/original"));
      const std::size_t words = pair.words(TextIndex::source).size();
      EXPECT_LT(testing::kept_words_of(pair), words * 8 / 100) << subject << " and " << other;
      EXPECT_LT(testing::kept_content_words_of(pair), words * 2 / 100)
          << subject << " and " << other;
      EXPECT_LT(links_of(pair), words * 40 / 100) << subject << " and " << other;
      EXPECT_LT(pair.swaps().content_swaps, words * 4 / 100) << subject << " and " << other;
    }
  }
}

TEST_F(SentenceBeads, OfTextsWithoutACommonWordHaveNoLinks) {
  std::string source;
  std::string rewrite;
  for (int i = 0; i < 400; ++i) {
    source += (i % 8 == 0 ? ". S" : " s") + std::to_string(i);
    rewrite += (i % 9 == 0 ? ". R" : " r") + std::to_string(i);
  }
  beads(source, rewrite);
  EXPECT_EQ(links_of(pair), 0u);
}

/// Whatever was done to a document: every word in one bead, links in order.
TEST_F(SentenceBeads, OfRandomDocumentsHaveNoFlaw) {
  const std::uint64_t samples = testing::is_sanitized ? 100 : 1'000;
  std::size_t moved = 0;
  for (std::uint64_t seed = 0; seed < samples; ++seed) {
    const auto texts = testing::random_document_pair(seed);
    pair.assign({texts.source, texts.rewrite});
    ASSERT_EQ(flaw_of(pair), "") << "seed " << seed << "\n" << beads_of(pair);
    moved += beads_of(pair).find('~') != std::string::npos ? 1u : 0u;
  }
  EXPECT_GT(moved, samples / 10) << "the documents do not try what they should";
}

TEST_F(SentenceBeads, OfRandomWordsHaveNoFlaw) {
  const std::uint64_t samples = testing::is_sanitized ? 1'000 : 10'000;
  for (std::uint64_t seed = 0; seed < samples; ++seed) {
    const auto texts = reference::random_text_pair(seed);
    pair.assign({texts.source, texts.rewrite});
    ASSERT_EQ(flaw_of(pair), "") << "seed " << seed << "\n"
                                 << texts.source << "\n---\n"
                                 << texts.rewrite;
  }
}

/// 20,000 words of a few hundred different ones, every sentence swapped with the next but one.
/// Quadratic work here would take minutes: the test's time limit is the assertion.
TEST_F(SentenceBeads, OfLongTextsAreFound) {
  std::mt19937_64 random(11);
  std::vector<std::string> sentences;
  std::size_t words = 0;
  while (words < 20'000) {
    std::string sentence = "So";
    const std::size_t length = 5 + random() % 30;
    for (std::size_t i = 0; i < length; ++i) {
      sentence += " w" + std::to_string(random() % 500);
    }
    words += length + 1;
    sentences.push_back(sentence + ". ");
  }
  std::string source;
  std::string rewrite;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    source += sentences[i];
    rewrite += sentences[i % 4 == 0 && i + 2 < sentences.size() ? i + 2 : i % 4 == 2 ? i - 2 : i];
  }
  beads(source, rewrite);
  EXPECT_GT(identical_links_of(pair), words * 95 / 100);
}

/// Beads of one sentence against hundreds, and of texts without a full stop.
TEST_F(SentenceBeads, OfLongTextsOfAnyShapeAreFound) {
  std::mt19937_64 random(12);
  std::string with_stops;
  std::string without;
  std::string stops_only;
  for (int i = 0; i < 20'000; ++i) {
    const std::string word = "W" + std::to_string(random() % 5000);
    with_stops += word + (i % 3 == 2 ? ". " : " ");
    without += word + " ";
    stops_only += word + ". ";
  }
  for (const auto& [source, rewrite] :
       {std::pair(&with_stops, &without), std::pair(&without, &with_stops),
        std::pair(&stops_only, &without), std::pair(&stops_only, &with_stops)}) {
    pair.assign({*source, *rewrite});
    EXPECT_EQ(flaw_of(pair), "");
  }
}

std::string times(int count, const std::string& text) {
  std::string all;
  for (int i = 0; i < count; ++i) {
    all += text;
  }
  return all;
}

TEST_F(SentenceBeads, PairATextThatRepeatsItselfOneByOne) {
  // No word is rare there, and the whole is too much to compare as one.
  const std::string source = times(30, "Sing me the old song of the sea. Row the boat home now. ");
  const std::string spun = times(30, "Sing me the aged song of the ocean. Row the ship home now. ");
  pair.assign({source, source});
  EXPECT_EQ(pair.spans().size(), 1u);
  EXPECT_EQ(pair.spans()[0].span_class, SpanClass::identical);
  pair.assign({source, spun});
  EXPECT_EQ(pair.alignment().beads.size(), 60u);
  EXPECT_EQ(pair.swaps().content_swaps, 90u);
}

}  // namespace
}  // namespace unspin
