#include "bench/training/word_forms.hpp"

#include <gtest/gtest.h>

namespace unspin::training {
namespace {

TEST(WordForms, FollowTheRulesOfEnglish) {
  EXPECT_EQ(inflected("city", WordForm::s, PartOfSpeech::noun), "cities");
  EXPECT_EQ(inflected("stop", WordForm::ing, PartOfSpeech::verb), "stopping");
  EXPECT_EQ(inflected("carry", WordForm::past, PartOfSpeech::verb), "carried");
  EXPECT_EQ(inflected("big", WordForm::superlative, PartOfSpeech::adjective), "biggest");
  EXPECT_EQ(inflected("important", WordForm::comparative, PartOfSpeech::adjective),
            "more important");
  EXPECT_EQ(inflected("take", WordForm::participle, PartOfSpeech::verb), "taken");
}

TEST(WordForms, OfAPhraseInflectTheVerbOrTheLastWord) {
  EXPECT_EQ(inflected("carry out", WordForm::past, PartOfSpeech::verb), "carried out");
  EXPECT_EQ(inflected("vacation spot", WordForm::s, PartOfSpeech::noun), "vacation spots");
}

TEST(WordForms, AreRecognisedByWhatTheRulesMake) {
  EXPECT_EQ(form_of("cities", "city"), WordForm::s);
  EXPECT_EQ(form_of("stopped", "stop"), WordForm::past);
  EXPECT_EQ(form_of("preferred", "prefer"), WordForm::past);
  EXPECT_EQ(form_of("bought", "buy"), WordForm::past);
  EXPECT_EQ(form_of("use", "using"), std::nullopt);
}

}  // namespace
}  // namespace unspin::training
