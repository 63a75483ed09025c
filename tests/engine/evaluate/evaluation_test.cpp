#include "engine/evaluate/evaluation.hpp"

#include <gtest/gtest.h>

#include "tests/engine/evaluate/small_corpus.hpp"

namespace unspin {
namespace {

Evaluation evaluated(const std::vector<CorpusMetric>& metrics, const EvaluationPlan& plan = {}) {
  const Segments segments = testing::small_corpus();
  return evaluate(segments, metrics, measure_segments(segments, metrics, {}), plan);
}

// No edits in six words, three in five, none in one.
TEST(Evaluation, SumsOrTakesTheMeanAsTheFieldDoes) {
  const auto metrics = testing::corpus_metrics({"wer", "word_levenshtein"});
  const Evaluation evaluation = evaluated(metrics);
  EXPECT_EQ(evaluation.scores[0][0].value, 3.0 / 12);
  EXPECT_EQ(evaluation.scores[0][1].value, (1 + 0.4 + 1) / 3);
}

TEST(Evaluation, HasEverySystemByEveryMetric) {
  const auto metrics = testing::corpus_metrics({"bleu", "rougeL"});
  const Evaluation evaluation = evaluated(metrics);
  EXPECT_EQ(evaluation.systems, (std::vector<std::string>{"a", "b"}));
  ASSERT_EQ(evaluation.metrics.size(), 2u);
  EXPECT_EQ(evaluation.metrics[0].title, "BLEU");
  EXPECT_EQ(evaluation.metrics[1].title, "rougeL");
  EXPECT_GT(evaluation.scores[0][0].value, evaluation.scores[1][0].value);
  EXPECT_EQ(evaluation.scores[0][1].values[2], evaluation.scores[0][1].value) << "F1";
}

TEST(Evaluation, CallsTwoOfAKindByWhatAskedForThem) {
  const auto metrics = testing::corpus_metrics({"bleu", "bleu:lowercase", "chrf"});
  const Evaluation evaluation = evaluated(metrics);
  EXPECT_EQ(evaluation.metrics[0].title, "BLEU");
  EXPECT_EQ(evaluation.metrics[1].title, "bleu:lowercase");
}

TEST(Evaluation, SignsWhatWasSampled) {
  const auto metrics = testing::corpus_metrics({"bleu"});
  const auto signature = [&](CorpusTest test) {
    EvaluationPlan plan{.test = test};
    plan.sampling.samples = 20;
    return evaluated(metrics, plan).metrics[0].signature;
  };
  const std::string rest = "case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0";
  EXPECT_EQ(signature(CorpusTest::none), "nrefs:1|" + rest);
  EXPECT_EQ(signature(CorpusTest::confidence), "nrefs:1|bs:20|seed:12345|" + rest);
  EXPECT_EQ(signature(CorpusTest::paired_bootstrap), "nrefs:1|bs:20|seed:12345|" + rest);
  EXPECT_EQ(signature(CorpusTest::paired_randomisation), "nrefs:1|ar:20|seed:12345|" + rest);
}

TEST(Evaluation, TestsEverySystemAgainstTheFirst) {
  const auto metrics = testing::corpus_metrics({"bleu", "rougeL"});
  for (const CorpusTest test : {CorpusTest::paired_bootstrap, CorpusTest::paired_randomisation}) {
    EvaluationPlan plan{.test = test};
    plan.sampling.samples = 20;
    const Evaluation evaluation = evaluated(metrics, plan);
    for (std::size_t m = 0; m < metrics.size(); ++m) {
      EXPECT_FALSE(evaluation.scores[0][m].p_value.has_value());
      ASSERT_TRUE(evaluation.scores[1][m].p_value.has_value());
      EXPECT_GE(*evaluation.scores[1][m].p_value, 1.0 / 21);
      EXPECT_LE(*evaluation.scores[1][m].p_value, 1);
      EXPECT_EQ(evaluation.scores[0][m].interval.has_value(), test == CorpusTest::paired_bootstrap);
    }
  }
}

TEST(Evaluation, TellsNoDifferenceFromASignificantOne) {
  const auto metrics = testing::corpus_metrics({"bleu", "rougeL"});
  Segments segments = testing::small_corpus();
  segments.systems[1].lines = segments.systems[0].lines;
  for (const CorpusTest test : {CorpusTest::paired_bootstrap, CorpusTest::paired_randomisation}) {
    EvaluationPlan plan{.test = test};
    plan.sampling.samples = 20;
    const Evaluation evaluation =
        evaluate(segments, metrics, measure_segments(segments, metrics, {}), plan);
    EXPECT_EQ(evaluation.scores[1][0].p_value, 1.0 / 21) << "sacreBLEU's, as it has it";
    EXPECT_EQ(evaluation.scores[1][1].p_value, 1);
  }
}

TEST(Evaluation, NamesTheOrderThatNoSignatureHas) {
  const auto metrics = testing::corpus_metrics({"bleu:order=2", "bleu"});
  const Evaluation evaluation = evaluated(metrics);
  EXPECT_EQ(evaluation.metrics[0].title, "BLEU-2");
  EXPECT_EQ(evaluation.metrics[1].title, "BLEU");
}

TEST(Evaluation, CountsSegmentsWithoutAValue) {
  const auto metrics = testing::corpus_metrics({"sari"});  // this corpus has references: a value
  EXPECT_EQ(evaluated(metrics).scores[0][0].without_value, 0u);
  const auto budget = testing::corpus_metrics({"ter"});
  const Segments segments = testing::small_corpus();
  const Evaluation evaluation = evaluate(
      segments, budget, measure_segments(segments, budget, {.limits = {.edit_cells = 2000}}), {});
  EXPECT_EQ(evaluation.scores[0][0].over_budget, 2u);
  EXPECT_EQ(evaluation.scores[0][0].value, 0) << "of what is left: yes, yes";
}

}  // namespace
}  // namespace unspin
