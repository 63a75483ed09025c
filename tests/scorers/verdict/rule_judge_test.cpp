#include "scorers/verdict/rule_judge.hpp"

#include <gtest/gtest.h>

#include "tests/files.hpp"

namespace unspin {
namespace {

Judgement judge(const std::string& source, const std::string& rewrite) {
  PreparedPair pair;
  pair.assign({source, rewrite});
  return RuleJudge().judge(pair);
}

Label label(const std::string& source, const std::string& rewrite) {
  return judge(source, rewrite).verdict.label;
}

TEST(RuleJudge, NamesEveryTextOfTheCorpus) {
  for (const std::string subject : testing::corpus_subjects) {
    const std::string original = testing::corpus_text(subject + "/original");
    EXPECT_EQ(label(original, original), Label::verbatim) << subject;
    EXPECT_EQ(label(original, testing::corpus_text(subject + "/spun")), Label::spun) << subject;
    EXPECT_EQ(label(original, testing::corpus_text(subject + "/reworded")), Label::paraphrase)
        << subject;
    EXPECT_EQ(label(original, testing::corpus_text(subject + "/shortened")), Label::verbatim)
        << subject;
    EXPECT_EQ(label(original, testing::corpus_text(subject + "/same_topic")), Label::unrelated)
        << subject;
    for (const std::string other : testing::corpus_subjects) {
      if (other == subject) {
        continue;
      }
      EXPECT_EQ(label(original, testing::corpus_text(other + "/original")), Label::unrelated);
      EXPECT_EQ(label(original, testing::corpus_text(other + "/spun")), Label::unrelated);
    }
  }
}

TEST(RuleJudge, GivesReasonsWithFigures) {
  const Judgement spun =
      judge(testing::corpus_text("city-bees/original"), testing::corpus_text("city-bees/spun"));
  ASSERT_GE(spun.verdict.reasons.size(), 3u);
  EXPECT_NE(spun.verdict.reasons[0].find("content words swapped in place for each 100"),
            std::string::npos);
  EXPECT_NE(spun.verdict.reasons[1].find("queen → monarch 11 of 11 times"), std::string::npos);
  EXPECT_FALSE(spun.evidence.substitutions.empty());
  EXPECT_FALSE(spun.evidence.terms.empty());
}

TEST(RuleJudge, SaysTooShortInsteadOfGuessing) {
  const Judgement judgement = judge("The cat sat on the mat.", "The feline sat on the rug.");
  EXPECT_EQ(judgement.verdict.label, Label::too_short);
  EXPECT_EQ(judgement.verdict.reasons,
            std::vector<std::string>{"6 and 6 words; from 50 on a verdict means something"});
  EXPECT_EQ(label("", ""), Label::too_short);
  EXPECT_EQ(label("The same six words, once more", "The same six words, once more"),
            Label::verbatim);
}

TEST(RuleJudge, StatesNoConfidenceSinceItHasNone) {
  EXPECT_FALSE(judge("a", "b").verdict.confidence.has_value());
}

TEST(RuleJudge, HoldsTranslationsOfOneBookBelowTheThresholdOfSpinners) {
  // The most suspicious honest pair that was measured: many swaps, none of them constant.
  const VerdictFeatures translation{.source_words = 229,
                                    .rewrite_words = 338,
                                    .kept = 0.5,
                                    .word_lcs = 0.39,
                                    .containment = 0.07,
                                    .jaccard = 0.3,
                                    .content_density = 13.1,
                                    .consistency = 0,
                                    .synonym_share = 0.23};
  EXPECT_EQ(label_of(translation), Label::paraphrase);
  VerdictFeatures spun = translation;
  spun.consistency = 0.4;
  EXPECT_EQ(label_of(spun), Label::spun);
  spun = translation;
  spun.synonym_share = 0.6;
  EXPECT_EQ(label_of(spun), Label::spun);
}

TEST(RuleJudge, FindsASpinnerThatSwapsLittleByBothSignsTogether) {
  const VerdictFeatures light{.source_words = 364,
                              .rewrite_words = 364,
                              .kept = 0.78,
                              .word_lcs = 0.76,
                              .containment = 0.45,
                              .jaccard = 0.58,
                              .content_density = 9,
                              .consistency = 0.16,
                              .synonym_share = 0.76};
  EXPECT_EQ(label_of(light), Label::spun);
  VerdictFeatures honest = light;
  honest.consistency = 0.05;
  EXPECT_EQ(label_of(honest), Label::paraphrase);
  honest = light;
  honest.synonym_share = 0.3;
  EXPECT_EQ(label_of(honest), Label::paraphrase);
}

}  // namespace
}  // namespace unspin
