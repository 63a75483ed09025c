#include "engine/evaluate/corpus_metric.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/engine/evaluate/small_corpus.hpp"

namespace unspin {
namespace {

using testing::corpus_metric;

struct MeasuredPair {
  Measured outcome;
  std::vector<double> numbers;
};

MeasuredPair measure(const CorpusMetric& metric, const PairTexts& texts) {
  PreparedPair pair;
  pair.assign(texts);
  MeasuredPair measured{Measured::done, std::vector<double>(metric.width(), 7.0)};
  measured.outcome = metric.measure(pair, measured.numbers);
  return measured;
}

// Of two orders: counts, totals, and the two lengths.
TEST(CorpusMetric, KeepsTheStatisticsThatAreInUse) {
  EXPECT_EQ(measure(corpus_metric("bleu:order=2"), {"a b c d", "a b x"}).numbers,
            (std::vector<double>{2, 1, 3, 2, 3, 4}));
}

TEST(CorpusMetric, KeepsValuesWhereTheFieldTakesTheMean) {
  const CorpusMetric metric = corpus_metric("rouge1");
  const auto numbers = measure(metric, {"a b c d", "a b"}).numbers;
  EXPECT_EQ(numbers, (std::vector<double>{1, 0.5, 2.0 / 3, 1}));
  // and of two segments, the other of which has nothing in common
  EXPECT_EQ(metric.primary(std::vector<double>{1, 0.5, 2.0 / 3, 2}), 1.0 / 3);
}

// Two words of ten in one segment and one of one in the other: per segment that is a mean of 0.6.
TEST(CorpusMetric, SumsWhereTheFieldDoes) {
  const CorpusMetric metric = corpus_metric("wer");
  EXPECT_EQ(metric.primary(std::vector<double>{2 + 1, 10 + 1}), 3.0 / 11);
}

TEST(CorpusMetric, HasNoValueWithoutSegmentsThatHaveOne) {
  EXPECT_TRUE(std::isnan(corpus_metric("rouge1").primary(std::vector<double>{0, 0, 0, 0})));
}

TEST(CorpusMetric, KeepsNothingOfASegmentWithoutAValue) {
  const MeasuredPair measured = measure(corpus_metric("sari"), {"a b c", "a b"});
  EXPECT_EQ(measured.outcome, Measured::undefined);
  EXPECT_EQ(measured.numbers, std::vector<double>(measured.numbers.size(), 0.0));
}

// sacreBLEU: effective order for sentences, not for a corpus.
TEST(CorpusMetric, HasOtherDefaultsForACorpus) {
  const CorpusMetric metric = corpus_metric("bleu");
  const auto numbers = measure(metric, {"a b", "a b"}).numbers;
  EXPECT_EQ(metric.primary(numbers), 0);
  EXPECT_NEAR(metric.segment_values(numbers)[0], 100, 1e-9);
  EXPECT_EQ(metric.signature(2, "none"),
            "nrefs:2|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0");
  EXPECT_EQ(metric.segment_signature(2, "none"),
            "nrefs:2|case:mixed|eff:yes|tok:13a|smooth:exp|version:2.6.0");
  EXPECT_NEAR(corpus_metric("bleu:effective_order").primary(numbers), 100, 1e-9)
      << "what was asked for is done";
}

TEST(CorpusMetric, IsCalledAsTheReferenceImplementationCallsIt) {
  EXPECT_EQ(corpus_metric("bleu").title(), "BLEU");
  EXPECT_EQ(corpus_metric("chrf").title(), "chrF2");
  EXPECT_EQ(corpus_metric("chrf:beta=3,word_order=1").title(), "chrF3+");
  EXPECT_EQ(corpus_metric("chrf++").title(), "chrF2++");
  EXPECT_EQ(corpus_metric("ter").title(), "TER");
  EXPECT_EQ(corpus_metric("rougeL:stemmer").title(), "rougeL:stemmer");
}

TEST(CorpusMetric, SignsWhatNobodyElseSigns) {
  const std::string signature = corpus_metric("rougeL:stemmer").signature(1, "en-0123");
  EXPECT_TRUE(
      signature.starts_with("nrefs:1|corpus:mean|stemmer:yes|tokenize:ascii|lexicon:none|icu:"))
      << signature;
  EXPECT_TRUE(signature.ends_with("|version:unspin-" UNSPIN_VERSION)) << signature;
}

TEST(CorpusMetric, SignsTheLexiconWhereItMatters) {
  EXPECT_NE(corpus_metric("meteor").signature(1, "en-0123").find("|lexicon:en-0123|"),
            std::string::npos);
}

// 6 words of 6, 4 pairs of 5, and so on.
TEST(CorpusMetric, TellsWhatBleuConsistsOf) {
  const CorpusMetric metric = corpus_metric("bleu");
  EXPECT_EQ(
      metric.details(measure(metric, {"the cat sat on the mat", "the cat lay on the mat"}).numbers),
      "83.3/60.0/25.0/16.7 (BP = 1.000 ratio = 1.000 hyp_len = 6 ref_len = 6)");
}

// One count more than single precision can tell apart, 2²⁴ + 1.
TEST(CorpusMetric, RoundsQuotientsOfSinglePrecision) {
  const CorpusMetric metric = corpus_metric("ter");
  EXPECT_EQ(metric.finish_single(std::vector<double>{1, 3}),
            100 * static_cast<double>(1.0F / 3.0F));
  EXPECT_EQ(metric.primary(std::vector<double>{1, 3}), 100 * (1.0 / 3.0));
  EXPECT_TRUE(metric.is_sampled_in_single());
  EXPECT_FALSE(corpus_metric("rougeL").is_sampled_in_single());
}

}  // namespace
}  // namespace unspin
