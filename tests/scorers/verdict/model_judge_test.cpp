#include "scorers/verdict/model_judge.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <gtest/gtest.h>

#include "tests/files.hpp"
#include "tests/scorers/example_lexicon.hpp"

namespace unspin {
namespace {

Judgement judge(const std::string& source, const std::string& rewrite,
                const Lexicon* lexicon = nullptr) {
  PreparedPair pair({}, lexicon);
  pair.assign({source, rewrite});
  return ModelJudge().judge(pair);
}

std::string corpus(const std::string& subject, const std::string& kind) {
  return testing::corpus_text(subject + "/" + kind);
}

Verdict explained(const std::string& source, const std::string& rewrite) {
  PreparedPair pair;
  pair.assign({source, rewrite});
  return ModelJudge().explained(pair);
}

class EachSubject : public ::testing::TestWithParam<const char*> {
 protected:
  Verdict verdict(const std::string& kind) const {
    return explained(corpus(GetParam(), "original"), corpus(GetParam(), kind));
  }
};

TEST_P(EachSubject, HasASpunCopyThatIsFound) {
  const Verdict spun = verdict("spun");
  EXPECT_EQ(spun.label, Label::spun);
  EXPECT_GE(spun.confidence.value(), 0.95);
}

TEST_P(EachSubject, HasHonestCompanions) {
  EXPECT_EQ(verdict("original").label, Label::verbatim);
  EXPECT_EQ(verdict("reworded").label, Label::paraphrase);
  EXPECT_EQ(verdict("shortened").label, Label::verbatim);
  EXPECT_EQ(verdict("same_topic").label, Label::unrelated);
}

TEST_P(EachSubject, IsUnrelatedToTheOthers) {
  for (const std::string other : testing::corpus_subjects) {
    if (other != GetParam()) {
      const std::string original = corpus(GetParam(), "original");
      EXPECT_EQ(judge(original, corpus(other, "original")).verdict.label, Label::unrelated);
      EXPECT_EQ(judge(original, corpus(other, "spun")).verdict.label, Label::unrelated);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(ModelJudge, EachSubject, ::testing::ValuesIn(testing::corpus_subjects));

TEST(ModelJudge, GivesAProbabilityToEachLabel) {
  const Verdict spun = judge(corpus("city-bees", "original"), corpus("city-bees", "spun")).verdict;
  double sum = 0;
  for (const double probability : spun.probabilities.value()) {
    sum += probability;
  }
  EXPECT_NEAR(sum, 1, 1e-12);
  EXPECT_EQ(spun.confidence, spun.probabilities->at(static_cast<std::size_t>(Label::spun)));
}

TEST(ModelJudge, GivesReasonsWithFigures) {
  const Judgement spun = judge(corpus("city-bees", "original"), corpus("city-bees", "spun"));
  ASSERT_GE(spun.verdict.reasons.size(), 3u);
  EXPECT_NE(spun.verdict.reasons[0].find("; honest rewrites: "), std::string::npos);
  EXPECT_EQ(spun.verdict.reasons[1].find("queen → monarch 11 of 11 times"), 0u);
  EXPECT_FALSE(spun.evidence.substitutions.empty());
  EXPECT_FALSE(spun.evidence.terms.empty());
}

/// What the figures say of the label against the most probable other one, added up.
double log_odds(const Verdict& verdict) {
  double sum = verdict.head_start;
  for (const Factor& factor : verdict.factors) {
    sum += factor.pull;
  }
  return sum;
}

double probability(const Verdict& verdict, Label label) {
  return verdict.probabilities->at(static_cast<std::size_t>(label));
}

const Factor& factor(const Verdict& verdict, std::string_view name) {
  return *std::ranges::find(verdict.factors, name, &Factor::name);
}

TEST_P(EachSubject, HasFactorsThatAddUpToTheLogOddsOfItsVerdict) {
  for (const std::string kind : {"spun", "reworded", "shortened", "same_topic"}) {
    const Verdict verdict = this->verdict(kind);
    ASSERT_EQ(verdict.factors.size(), 14u) << kind;  // without a lexicon
    EXPECT_NE(verdict.against, verdict.label) << kind;
    for (const Label other : {Label::verbatim, Label::spun, Label::paraphrase, Label::unrelated}) {
      if (other != verdict.label) {
        EXPECT_LE(probability(verdict, other), probability(verdict, *verdict.against)) << kind;
      }
    }
    EXPECT_NEAR(
        log_odds(verdict),
        std::log(probability(verdict, verdict.label) / probability(verdict, *verdict.against)),
        1e-9)
        << kind;
    EXPECT_TRUE(std::ranges::is_sorted(verdict.factors, std::greater{}, [](const Factor& f) {
      return std::fabs(f.pull);
    })) << kind;
  }
}

TEST_P(EachSubject, ShowsASpinBesideWhatHonestTextsHave) {
  const Verdict spun = verdict("spun");
  const Factor swaps = factor(spun, "swaps");
  EXPECT_GT(swaps.pull, 0);
  EXPECT_GT(swaps.value, swaps.honest_high);
  EXPECT_FALSE(swaps.is_usual());
  EXPECT_LT(swaps.honest_low, swaps.honest_middle);
  EXPECT_LT(swaps.honest_middle, swaps.honest_high);
  EXPECT_EQ(swaps.meaning, "short swaps between kept words, per 100");
  const Factor kept = factor(verdict("reworded"), "kept");
  EXPECT_EQ(kept.unit, "%");
  EXPECT_GT(kept.value, 1);
  EXPECT_LE(kept.value, 100);
  EXPECT_TRUE(kept.is_usual());
}

TEST(ModelJudge, HasNoFactorsWhereNoModelSpoke) {
  const Verdict same = explained("Word for word the same", "Word for word the same");
  EXPECT_TRUE(same.factors.empty());
  EXPECT_EQ(same.against, std::nullopt);
  EXPECT_TRUE(explained("The cat sat.", "The dog sat.").factors.empty());
}

TEST(ModelJudge, GathersFactorsForWhoAsksForThem) {
  PreparedPair pair;
  const std::string original = corpus("city-bees", "original");
  const std::string rewrite = corpus("city-bees", "spun");
  pair.assign({original, rewrite});
  const ModelJudge judge;
  const Verdict plain = judge.judge(pair).verdict;
  const Verdict explained = judge.explained(pair);
  EXPECT_TRUE(plain.factors.empty());
  EXPECT_FALSE(explained.factors.empty());
  EXPECT_EQ(plain.label, explained.label);
  EXPECT_EQ(plain.confidence, explained.confidence);
  EXPECT_EQ(plain.reasons, explained.reasons);
}

TEST(ModelJudge, SaysTooShortInsteadOfGuessing) {
  const Judgement judgement = judge("The cat sat on the mat.", "The feline sat on the rug.");
  EXPECT_EQ(judgement.verdict.label, Label::too_short);
  EXPECT_EQ(judgement.verdict.reasons,
            std::vector<std::string>{"6 and 6 words; from 10 on a verdict means something"});
  EXPECT_FALSE(judgement.verdict.confidence.has_value());
  EXPECT_EQ(judge("", "").verdict.label, Label::too_short);
}

TEST(ModelJudge, TheSameWordsAreVerbatimHoweverFew) {
  const Verdict same =
      judge("The same six words, once more", "The same six words once more").verdict;
  EXPECT_EQ(same.label, Label::verbatim);
  EXPECT_EQ(same.confidence, 1);
}

TEST(ModelJudge, JudgesASentenceOrSaysThatItCannot) {
  const std::string source =
      "The library keeps its oldest newspapers in a cold room and lends them to nobody.";
  const Verdict copy = judge(source, source + " Really.").verdict;
  EXPECT_EQ(copy.label, Label::verbatim);
  const Verdict other =
      judge(source, "Two runners crossed the bridge at dawn while the rest of us were asleep.")
          .verdict;
  EXPECT_EQ(other.label, Label::unrelated);
}

/// Calls everything spun with probability .6 and paraphrase with .3.
VerdictModel suspicious() {
  return VerdictModel::parse(
      "unspin-verdict 1\n"
      "section document without-lexicon 1\nflags 0.01 0.9\nflags 0.05 0.5\n"
      "intercept -10 -0.51 -1.2 -2.3\nkept 0 0.5 1 0.5 1 0 0 0 0\n",
      "suspicious");
}

TEST(ModelJudge, SaysOfASentenceThatItIsUnsureInsteadOfItsBestGuess) {
  // The same model for sentences: .6 is too little to say anything of so few words.
  const VerdictModel model = VerdictModel::parse(
      "unspin-verdict 1\n"
      "section sentence without-lexicon 1\nflags 0.01 0.5\n"
      "intercept -10 -0.51 -1.2 -2.3\nkept 0 0.5 1 0.5 1 0 0 0 0\n",
      "suspicious");
  PreparedPair pair;
  pair.assign({"one two three four five six seven eight nine ten eleven",
               "one two three four five six seven eight nine ten twelve"});
  const Verdict verdict = ModelJudge(model).explained(pair);
  EXPECT_EQ(verdict.label, Label::too_short);
  EXPECT_EQ(verdict.confidence, std::nullopt);
  EXPECT_NEAR(verdict.probabilities->at(static_cast<std::size_t>(Label::spun)), 0.6, 0.01);
  EXPECT_EQ(verdict.reasons.front(),
            "11 and 11 words leave it open: spun is the best guess, with probability 0.60");
  EXPECT_TRUE(verdict.factors.empty());
}

TEST(ModelJudge, FlagsMoreIfMoreFalseFlagsAreAllowed) {
  const VerdictModel model = suspicious();
  PreparedPair pair;
  const std::string original = corpus("city-bees", "original");
  const std::string rewrite = corpus("city-bees", "reworded");
  pair.assign({original, rewrite});
  const Verdict strict = ModelJudge(model, 0.01).explained(pair);
  EXPECT_EQ(strict.label, Label::paraphrase);
  EXPECT_NEAR(*strict.confidence, 0.3, 0.01);
  EXPECT_NE(strict.reasons.back().find("spun is more probable (0.60)"), std::string::npos);
  EXPECT_EQ(strict.against, Label::spun);
  EXPECT_NEAR(log_odds(strict), std::log(0.5), 0.02);  // the figures spoke for spun
  const Verdict loose = ModelJudge(model, 0.05).judge(pair).verdict;
  EXPECT_EQ(loose.label, Label::spun);
  EXPECT_NEAR(*loose.confidence, 0.6, 0.01);
}

TEST(ModelJudge, SaysThatItWasNotFittedToSuchTexts) {
  const VerdictModel model = VerdictModel::parse(
      "unspin-verdict 1\nsection sentence without-lexicon 1\n"
      "intercept 0 0 0 0\nkept 0 0.5 1 0.5 1 0 0 0 0\n",
      "sentences");
  PreparedPair pair;
  const std::string original = corpus("city-bees", "original");
  const std::string rewrite = corpus("city-bees", "reworded");
  pair.assign({original, rewrite});
  EXPECT_EQ(ModelJudge(model).judge(pair).verdict.reasons.front(),
            "801 and 792 words; the model was not fitted to texts of this length");
}

TEST(ModelJudge, SignsWithTheModelAndTheOperatingPoint) {
  const VerdictModel model = suspicious();
  EXPECT_EQ(ModelJudge(model).name(), model.name());
  EXPECT_EQ(ModelJudge(model, 0.05).name(), model.name() + ",max-false-flags=0.05");
}

TEST(ModelJudge, DoesNotCareAboutALexiconThatItWasNotFittedFor) {
  // The example lexicon has vectors, which the model does not read.
  const Judgement judgement = judge(corpus("city-bees", "original"),
                                    corpus("city-bees", "reworded"), testing::example_lexicon());
  EXPECT_EQ(judgement.verdict.label, Label::paraphrase);
  EXPECT_TRUE(judgement.evidence.issues.empty());
}

}  // namespace
}  // namespace unspin
