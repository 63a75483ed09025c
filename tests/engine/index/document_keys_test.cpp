// What texts are found by, and what a synonym swap leaves of it.
#include "engine/index/document_keys.hpp"

#include <algorithm>
#include <cstddef>
#include <gtest/gtest.h>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/files.hpp"

namespace unspin {
namespace {

std::vector<Key> keys_of(std::string_view text, const KeyOptions& options = {}) {
  std::vector<Key> keys;
  KeyFinder(options).find(text, keys);
  return keys;
}

std::set<std::uint64_t> hashes_of(std::string_view text, const KeyOptions& options = {}) {
  std::set<std::uint64_t> hashes;
  for (const Key& key : keys_of(text, options)) {
    hashes.insert(key.hash);
  }
  return hashes;
}

/// The positions in `b` of keys that `a` has too.
std::vector<std::uint32_t> shared(std::string_view a, std::string_view b) {
  const std::set<std::uint64_t> known = hashes_of(a);
  std::vector<std::uint32_t> positions;
  for (const Key& key : keys_of(b)) {
    if (known.contains(key.hash)) {
      positions.push_back(key.position);
    }
  }
  return positions;
}

using Positions = std::vector<std::uint32_t>;

// the █ of the █ , which had █ the █ , █ to the █ and █ for a █ .
constexpr std::string_view keeper =
    "The old keeper of the narrow bridge, which had lost the key, walked to the village and asked "
    "for a lamp.";

TEST(DocumentKeys, SkeletonsSurviveASynonymSwap) {
  // No three words and no pair with a content word are left: all that is shared are skeletons.
  const Positions found = shared(keeper,
                                 "The elderly custodian of the tight crossing, which had mislaid "
                                 "the opener, strolled to the hamlet and begged for a lantern.");
  // 22 symbols make 15 skeletons, one at each symbol; a mark stands at its first word.
  EXPECT_EQ(found, (Positions{0, 1, 3, 4, 5, 7, 7, 8, 9, 10, 11, 12, 12, 13, 14}));
}

TEST(DocumentKeys, SkeletonsSeeHowManyContentWordsThereAreAsOne) {
  EXPECT_EQ(shared(keeper,
                   "The custodian of the very tight stone crossing, which had mislaid the opener, "
                   "strolled to the hamlet and begged for a lantern.")
                .size(),
            11u)
      << "\"very\" is a function word: only what stands behind it is shared";
  EXPECT_EQ(shared(keeper,
                   "The custodian of the tight wooden crossing, which had mislaid the opener, "
                   "strolled to the hamlet and begged for a lantern.")
                .size(),
            15u);
}

TEST(DocumentKeys, SkeletonsNeedThreeFunctionWords) {
  constexpr std::string_view list = "Apples, pears, plums, figs, dates, nuts, grapes, lemons.";
  EXPECT_EQ(shared(list, "Brushes, combs, soaps, towels, sponges, razors, oils, creams."),
            Positions{});
}

TEST(DocumentKeys, TypographyDoesNotMatter) {
  const std::string straight =
      "\"It isn't the end,\" she said to the men - and to herself... \"It is what we were for.\"";
  const std::string curly =
      "“It isn’t the end,” she said to the men — and to herself… “It is what we were for.”";
  // Three full stops are three symbols, an ellipsis is one.
  const std::string one_stop =
      "\"It isn't the end,\" she said to the men - and to herself. \"It is what we were for.\"";
  EXPECT_EQ(keys_of(curly), keys_of(one_stop));
  EXPECT_NE(keys_of(straight), keys_of(one_stop));
}

TEST(DocumentKeys, TrigramsAreWhatWasCopied) {
  const KeyOptions german = {.language = "de", .sampling = 1};
  const auto a = hashes_of("eins zwei drei vier", german);
  const auto b = hashes_of("null eins zwei drei", german);
  std::vector<std::uint64_t> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  EXPECT_EQ(both.size(), 1u + 3u) << "a trigram and the pairs of its words";
}

TEST(DocumentKeys, SkipPairsSeeStemsAFewWordsApart) {
  EXPECT_EQ(shared("brand community", "brands of online communities").size(), 1u);
  EXPECT_EQ(shared("brand community", "brands one two six communities").size(), 1u);
  EXPECT_EQ(shared("brand community", "brands one two six ten communities").size(), 0u);
  EXPECT_EQ(shared("brand community", "communities of brands").size(), 0u) << "order counts";
  EXPECT_EQ(shared("of the", "of the").size(), 0u) << "one word must be a content word";
}

TEST(DocumentKeys, HiddenTextIsReadAsItIsMeant) {
  std::string disguised(keeper);
  disguised.replace(disguised.find("bridge"), 6, "br\u0456d\u00adge");
  EXPECT_EQ(keys_of(disguised), keys_of(keeper));
}

TEST(DocumentKeys, SamplingKeepsAShareThatBothSidesKnow) {
  const std::string text = testing::corpus_text("city-bees/original");
  const std::vector<Key> all = keys_of(text);
  std::vector<Key> before = all;
  for (const std::uint32_t sampling : {2u, 4u}) {
    const std::vector<Key> some = keys_of(text, {.language = "en", .sampling = sampling});
    EXPECT_NEAR(static_cast<double>(some.size() * sampling), static_cast<double>(all.size()),
                0.1 * static_cast<double>(all.size()));
    std::vector<Key> left;
    std::ranges::copy_if(before, std::back_inserter(left), [&](const Key& key) {
      return std::ranges::find(some, key) != some.end();
    });
    EXPECT_EQ(left, some) << "a part of what a larger sample has, in its order";
    before = some;
  }
}

TEST(DocumentKeys, AreThoseOfTheTextWhateverCameBefore) {
  KeyFinder finder;
  std::vector<Key> keys;
  std::string many;  // more different words than are remembered
  for (int i = 0; i < 70'000; ++i) {
    many += "w" + std::to_string(i) + " ";
  }
  EXPECT_EQ(finder.find(many, keys), 70'000u);
  EXPECT_EQ(finder.find(keeper, keys), 21u);
  EXPECT_EQ(keys, keys_of(keeper));
  EXPECT_EQ(finder.find("", keys), 0u);
  EXPECT_TRUE(keys.empty());
  EXPECT_EQ(finder.find("!?...", keys), 0u);
  EXPECT_TRUE(keys.empty());
}

// An index on somebody's disk has these numbers: if they change, so must segment_version.
TEST(DocumentKeys, NeverChangeWithoutANewVersion) {
  std::uint64_t sum = 0;
  for (const Key& key : keys_of(testing::corpus_text("old-newspapers/original"))) {
    sum = sum * 31 + key.hash + key.position;
  }
  EXPECT_EQ(sum, 3069771967003093283u);
}

}  // namespace
}  // namespace unspin
