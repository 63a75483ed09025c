#include "scorers/verdict/features.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "engine/report/printable.hpp"
#include "tests/files.hpp"
#include "tests/scorers/example_lexicon.hpp"

namespace unspin {
namespace {

VerdictFeatures features(const std::string& source, const std::string& rewrite,
                         const Lexicon* lexicon = nullptr) {
  PreparedPair pair({}, lexicon);
  pair.assign({source, rewrite});
  return verdict_features(pair);
}

TEST(Features, OfAnUntouchedCopy) {
  const std::string text = testing::corpus_text("city-bees/original");
  const VerdictFeatures f = features(text, text);
  EXPECT_TRUE(f.same_words);
  for (const Feature all :
       {Feature::kept, Feature::kept_of_longer, Feature::containment, Feature::jaccard,
        Feature::paired, Feature::order_kept, Feature::functions_kept, Feature::same_length,
        Feature::sentences_kept}) {
    EXPECT_EQ(f[all], 1) << info_of(all).name;
  }
  for (const Feature none :
       {Feature::swaps, Feature::content_swaps, Feature::synonym_swaps, Feature::synonym_share,
        Feature::consistency, Feature::swaps_among_changes, Feature::inflections}) {
    EXPECT_EQ(f[none], 0) << info_of(none).name;
  }
}

TEST(Features, CountSwapsInWords) {
  // Ten words; brand → model and robust are swaps, goal → goals is an inflection.
  const VerdictFeatures f = features("our brand has a goal and it keeps a promise",
                                     "our model has a goals and it keeps a secret");
  EXPECT_DOUBLE_EQ(f[Feature::content_swaps], 20);
  EXPECT_DOUBLE_EQ(f[Feature::inflections], 10);
  EXPECT_DOUBLE_EQ(f[Feature::kept], 0.8);
  EXPECT_DOUBLE_EQ(f[Feature::swaps_among_changes], 1);
  EXPECT_DOUBLE_EQ(f[Feature::functions_kept], 1);
}

TEST(Features, WhatWasAddedAroundACopyDoesNotDiluteItsSwaps) {
  const std::string original = testing::corpus_text("city-bees/original");
  const std::string spun = testing::corpus_text("city-bees/spun");
  const std::string around = testing::corpus_text("railway-station/original");
  const VerdictFeatures alone = features(original, spun);
  const VerdictFeatures within = features(original, spun + "\n\n" + around);
  EXPECT_NEAR(within[Feature::content_swaps], alone[Feature::content_swaps], 2);
  EXPECT_NEAR(within[Feature::swaps_among_changes], alone[Feature::swaps_among_changes], 0.1);
  EXPECT_LT(within[Feature::paired], 0.65);
  EXPECT_GT(alone[Feature::paired], 0.99);
}

TEST(Features, SpinnersSwapAndLeaveTheRestAlonePeopleRephrase) {
  for (const std::string subject : testing::corpus_subjects) {
    const std::string original = testing::corpus_text(subject + "/original");
    const VerdictFeatures spun = features(original, testing::corpus_text(subject + "/spun"));
    const VerdictFeatures honest = features(original, testing::corpus_text(subject + "/reworded"));
    EXPECT_GT(spun[Feature::swaps_among_changes], 2 * honest[Feature::swaps_among_changes]);
    EXPECT_GT(spun[Feature::content_swaps], 2 * honest[Feature::content_swaps]);
    EXPECT_GT(spun[Feature::functions_kept], 2 * honest[Feature::functions_kept]);
    EXPECT_GT(spun[Feature::consistency], 0.1);
    EXPECT_EQ(honest[Feature::consistency], 0);
  }
}

TEST(Features, AreFiniteForAnyTexts) {
  for (const std::string source : {"", " ", "a", "the of and", "...", "\xE4\xBD\xA0\xE5\xA5\xBD"}) {
    for (const std::string rewrite : {"", "b", "a a a a", "of the"}) {
      for (const double value : features(source, rewrite).values) {
        EXPECT_TRUE(std::isfinite(value)) << source << "|" << rewrite;
      }
    }
  }
}

TEST(Features, HaveNamesMeaningsAndSentencesOfTheirOwn) {
  std::set<std::string_view> names, meanings, sentences;
  for (std::size_t i = 0; i < feature_count; ++i) {
    const FeatureInfo& info = info_of(static_cast<Feature>(i));
    names.insert(info.name);
    meanings.insert(info.meaning);
    EXPECT_LE(columns_of(info.meaning), 39u) << info.meaning;
    sentences.insert(info.sentence);
    EXPECT_NE(info.sentence.find("{}"), std::string_view::npos) << info.name;
  }
  EXPECT_EQ(names.size(), feature_count);
  EXPECT_EQ(meanings.size(), feature_count);
  EXPECT_EQ(sentences.size(), feature_count);
}

}  // namespace
}  // namespace unspin
