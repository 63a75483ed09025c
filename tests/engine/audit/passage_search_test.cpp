#include "engine/audit/passage_search.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <optional>

#include "tests/engine/audit/audited_pages.hpp"

namespace unspin {
namespace {

using testing::corpus_originals;
using testing::corpus_text;
using testing::words_of;

/// Words that stand nowhere else: "w0 w1 w2 …" of a vocabulary of their own.
std::string made_up_words(const std::string& vocabulary, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += fmt::format("{}{} ", vocabulary, i);
  }
  return text;
}

class PassageSearching : public ::testing::Test {
 protected:
  void build(const std::vector<Original>& originals, const KeyOptions& keys = {}) {
    testing::build(folder.path("index"), originals, keys);
    index.emplace(OriginalsIndex::open(folder.path("index")));
    search.emplace(*index);
  }

  std::vector<CandidatePassage> found(const std::string& page) {
    std::vector<CandidatePassage> candidates;
    page_words = search->find(page, candidates);
    return candidates;
  }

  std::string name(const CandidatePassage& candidate) const {
    return std::string(index->label(candidate.original).id);
  }

  /// "....####": which words of the page searched last are common.
  std::string common() {
    std::vector<bool> is_common(page_words);
    search->mark_common_words(0, page_words, is_common);
    std::string shown;
    for (const bool is : is_common) {
      shown += is ? '#' : '.';
    }
    return shown;
  }

  testing::ScratchFolder folder;
  std::optional<OriginalsIndex> index;
  std::optional<PassageSearch> search;
  std::uint32_t page_words = 0;  // of the page searched last
};

TEST_F(PassageSearching, FindsWhereACopiedPassageStandsOnBothSides) {
  build({testing::original("a", made_up_words("apple", 100)),
         testing::original("b", made_up_words("brick", 100))});
  const std::string page = made_up_words("page", 50) +
                           words_of(made_up_words("brick", 100), 20, 60) + " " +
                           made_up_words("more", 50);
  const auto candidates = found(page);
  ASSERT_EQ(candidates.size(), 1u);
  EXPECT_EQ(name(candidates[0]), "b");
  // A key has the place of its first word, so a passage may end a few words early.
  EXPECT_EQ(candidates[0].page_begin, 50u);
  EXPECT_NEAR(candidates[0].page_end, 90, 4);
  EXPECT_EQ(candidates[0].original_begin, 20u);
  EXPECT_NEAR(candidates[0].original_end, 60, 4);
}

TEST_F(PassageSearching, FindsTheOriginalOfEachSpunArticle) {
  build(corpus_originals());
  for (const std::string subject : testing::corpus_subjects) {
    const auto candidates = found(corpus_text(subject + "/spun"));
    ASSERT_FALSE(candidates.empty()) << subject;
    for (const CandidatePassage& candidate : candidates) {
      EXPECT_EQ(name(candidate), subject);
    }
    EXPECT_GT(candidates[0].score, 1'000);
    EXPECT_GT(candidates[0].page_end - candidates[0].page_begin, 700u);
  }
}

TEST_F(PassageSearching, ReturnsTheWordsOfThePage) {
  build(corpus_originals());
  std::vector<CandidatePassage> candidates;
  EXPECT_EQ(search->find("Three small words.", candidates), 3u);
  EXPECT_EQ(search->find("", candidates), 0u);
  EXPECT_TRUE(candidates.empty());
}

TEST_F(PassageSearching, ScoresALongerPassageHigher) {
  build(corpus_originals());
  const std::string original = corpus_text("city-bees/original");
  double last = 0;
  for (const std::size_t words : {30u, 60u, 120u, 240u}) {
    const auto candidates = found(words_of(original, 100, 100 + words));
    ASSERT_FALSE(candidates.empty()) << words;
    EXPECT_GT(candidates[0].score, 1.5 * last) << words;
    last = candidates[0].score;
  }
  EXPECT_TRUE(found(words_of(original, 100, 106)).empty()) << "a few words are not worth a look";
}

TEST_F(PassageSearching, APhraseIsNoPassageHoweverRareItsWords) {
  build({testing::original("a", made_up_words("apple", 100))});
  const auto page_with = [](std::size_t words) {
    return made_up_words("page", 50) + words_of(made_up_words("apple", 100), 20, 20 + words) + " " +
           made_up_words("more", 50);
  };
  EXPECT_TRUE(found(page_with(10)).empty());
  EXPECT_EQ(found(page_with(25)).size(), 1u);
}

/// One that has keys of a quarter first misses nothing that the quarter alone would have.
TEST_F(PassageSearching, AllKeysFindWhateverAQuarterOfThemFinds) {
  const std::string original = corpus_text("city-bees/original");
  const auto finds = [&](std::uint32_t sampling) {
    build(corpus_originals(), {.sampling = sampling});
    std::vector<bool> found_at;
    for (std::size_t begin = 0; begin + 60 <= 600; begin += 30) {
      found_at.push_back(!found(made_up_words("page", 200) + words_of(original, begin, begin + 60) +
                                " " + made_up_words("more", 200))
                              .empty());
    }
    return found_at;
  };
  const std::vector<bool> by_all = finds(1), by_quarter = finds(4);
  for (std::size_t i = 0; i < by_all.size(); ++i) {
    EXPECT_TRUE(by_all[i] || !by_quarter[i]) << "60 words from " << 30 * i;
  }
  EXPECT_EQ(std::ranges::count(by_all, true), static_cast<std::ptrdiff_t>(by_all.size()));
}

TEST_F(PassageSearching, PartsFarFromEachOtherAreCandidatesOfTheirOwn) {
  build({testing::original("a", made_up_words("apple", 300))});
  const std::string original = made_up_words("apple", 300);
  const auto moved = found(words_of(original, 200, 250) + " " + made_up_words("page", 10) +
                           words_of(original, 20, 60));
  ASSERT_EQ(moved.size(), 2u);
  EXPECT_EQ(moved[0].original_begin, 200u) << "the best first";
  EXPECT_EQ(moved[0].page_begin, 0u);
  EXPECT_EQ(moved[1].original_begin, 20u);
  EXPECT_EQ(moved[1].page_begin, 60u);
  EXPECT_GT(moved[0].score, moved[1].score);
}

TEST_F(PassageSearching, AChainGoesOnOverWordsThatWerePutInOrLeftOut) {
  build({testing::original("a", made_up_words("apple", 300))});
  const std::string original = made_up_words("apple", 300);
  const auto longer = found(words_of(original, 0, 60) + " " + made_up_words("page", 8) +
                            words_of(original, 60, 120));
  ASSERT_EQ(longer.size(), 1u);
  EXPECT_GT(longer[0].page_end, 120u);
  const auto shorter = found(words_of(original, 0, 60) + " " + words_of(original, 66, 120));
  ASSERT_EQ(shorter.size(), 1u);
  EXPECT_GT(shorter[0].original_end, 110u);
}

TEST_F(PassageSearching, WhatThePageRepeatsSaysNoMoreThanOnce) {
  build({testing::original("a", made_up_words("apple", 300))});
  const std::string passage = words_of(made_up_words("apple", 300), 50, 90) + " ";
  const double once = found(passage).at(0).score;
  std::string repeated;
  for (int i = 0; i < 10; ++i) {
    repeated += passage;
  }
  double sum = 0;
  for (const CandidatePassage& candidate : found(repeated)) {
    sum += candidate.score;
  }
  EXPECT_LE(sum, 1.1 * once);
}

TEST_F(PassageSearching, WhatVeryManyOriginalsHaveIsNoOnesOwn) {
  const std::string notice = made_up_words("notice", 60);
  std::vector<Original> originals;
  for (std::uint32_t i = 0; i <= most_originals_of_key; ++i) {
    originals.push_back(testing::original(fmt::format("{}", i), notice));
  }
  const Original spare = originals.back();
  originals.pop_back();
  build(originals);
  EXPECT_EQ(found(notice).size(), most_originals_of_key);
  testing::add(folder.path("index"), {&spare, 1});
  index.emplace(OriginalsIndex::open(folder.path("index")));
  search.emplace(*index);
  EXPECT_TRUE(found(notice).empty());
}

TEST_F(PassageSearching, ARefrainSaysNothingOfAPlace) {
  const std::string refrain = made_up_words("refrain", 30);
  std::vector<Original> songs;
  for (std::uint32_t i = 0; i < most_originals_of_key; ++i) {
    std::string song;
    for (std::uint32_t j = 0; j < most_places_of_key / most_originals_of_key; ++j) {
      song += refrain + made_up_words(fmt::format("verse{}of{}x", j, i), 40);
    }
    songs.push_back(testing::original(fmt::format("song {}", i), song));
  }
  build(songs);
  EXPECT_EQ(found(refrain).size(), most_places_of_key);
  songs[7].text += refrain;
  build(songs);
  EXPECT_TRUE(found(refrain).empty());
  const auto candidates = found(refrain + made_up_words("verse1of7x", 40) + refrain);
  ASSERT_EQ(candidates.size(), 1u);
  EXPECT_EQ(name(candidates[0]), "song 7");
  EXPECT_NEAR(candidates[0].page_begin, 30, 4);
}

TEST_F(PassageSearching, WhatIsARefrainIsFoundAnewForEachPage) {
  const std::string refrain = made_up_words("refrain", 30);
  build({testing::original("poem", made_up_words("poem", 40) + refrain)});
  std::string text;
  for (std::uint32_t i = 0; i <= most_places_of_key; ++i) {
    text += refrain + made_up_words(fmt::format("verse{}x", i), 40);
  }
  const Original song = testing::original("song", text);
  testing::add(folder.path("index"), {&song, 1});
  index.emplace(OriginalsIndex::open(folder.path("index")));
  search.emplace(*index);
  for (int time = 0; time < 2; ++time) {
    const auto candidates = found(refrain);
    ASSERT_EQ(candidates.size(), 1u) << time;
    EXPECT_EQ(name(candidates[0]), "poem");
  }
}

TEST_F(PassageSearching, AThousandRefrainsCostNoMoreThanTheirWords) {
  std::string refrains;
  for (int i = 0; i < 5'000; ++i) {
    refrains += "and so, as ever, the bees of the old town came home; ";
  }
  build({testing::original("song", refrains)});
  EXPECT_TRUE(found(refrains).empty());
}

TEST_F(PassageSearching, CandidatesComeInTheOrderOfTheOriginals) {
  build(corpus_originals());
  const auto candidates = found(words_of(corpus_text("railway-station/original"), 0, 200) + "\n" +
                                words_of(corpus_text("city-bees/original"), 0, 50));
  ASSERT_EQ(candidates.size(), 2u);
  EXPECT_EQ(name(candidates[0]), "city-bees");
  EXPECT_EQ(name(candidates[1]), "railway-station");
}

TEST_F(PassageSearching, ARemovedOriginalIsNotFound) {
  build(corpus_originals());
  const std::string page = corpus_text("city-bees/spun");
  EXPECT_FALSE(found(page).empty());
  const std::vector<std::string> ids = {"city-bees"};
  IndexWriter(folder.path("index")).remove(ids);
  index.emplace(OriginalsIndex::open(folder.path("index")));
  search.emplace(*index);
  EXPECT_TRUE(found(page).empty());
}

TEST_F(PassageSearching, SampledKeysFindTheWholeArticles) {
  for (const std::uint32_t sampling : {2u, 4u}) {
    build(corpus_originals(), {.sampling = sampling});
    for (const std::string subject : testing::corpus_subjects) {
      const auto candidates = found(corpus_text(subject + "/spun"));
      ASSERT_FALSE(candidates.empty()) << subject << " by 1 of " << sampling;
      EXPECT_EQ(name(candidates[0]), subject);
    }
  }
}

TEST_F(PassageSearching, DoesNotDependOnWhatWasSearchedBefore) {
  build(corpus_originals());
  const std::string page = corpus_text("old-newspapers/spun");
  const auto shown = [&](const std::vector<CandidatePassage>& candidates) {
    std::string text;
    for (const CandidatePassage& one : candidates) {
      text += fmt::format("{} {}-{} {}-{} {}\n", one.original, one.page_begin, one.page_end,
                          one.original_begin, one.original_end, one.score);
    }
    return text;
  };
  const std::string first = shown(found(page));
  for (const std::string subject : testing::corpus_subjects) {
    found(corpus_text(subject + "/original") + corpus_text(subject + "/spun"));
    EXPECT_EQ(shown(found(page)), first) << subject;
  }
}

TEST_F(PassageSearching, CommonIsWhatMoreOriginalsHaveThanEditionsWould) {
  const std::string notice = made_up_words("notice", 12);
  for (const int copies : {8, 9}) {
    std::vector<Original> originals;
    for (int i = 0; i < copies; ++i) {
      originals.push_back(testing::original(fmt::format("{}", i),
                                            made_up_words(fmt::format("own{}x", i), 20) + notice));
    }
    build(originals);
    found(made_up_words("page", 5) + notice + made_up_words("more", 5));
    EXPECT_EQ(common(), copies == 8 ? "......................" : ".....############.....");
    found("one two");
    EXPECT_EQ(common(), "..") << "nothing is left of the page before";
  }
}

}  // namespace
}  // namespace unspin
