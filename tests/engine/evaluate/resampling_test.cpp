#include "engine/evaluate/resampling.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "engine/evaluate/numpy_random.hpp"
#include "tests/engine/evaluate/small_corpus.hpp"

namespace unspin {
namespace {

/// All samples of all systems by some metrics of either precision.
struct AllSamples {
  std::vector<CorpusMetric> metrics =
      testing::corpus_metrics({"bleu", "chrf", "ter", "rougeL", "wer"});
  Segments segments = testing::larger_corpus(40);
  std::vector<std::vector<Measurements>> measured;

  explicit AllSamples(int threads) {
    measured = measure_segments(segments, metrics, {.threads = threads});
  }

  std::vector<std::vector<double>> drawn(const SamplePlan& plan) const {
    std::vector<Sampled> sampled;
    for (const auto& of_system : measured) {
      for (std::size_t m = 0; m < metrics.size(); ++m) {
        sampled.push_back({&metrics[m], &of_system[m]});
      }
    }
    return bootstrap(sampled, plan);
  }

  std::vector<std::vector<double>> exchanged(const SamplePlan& plan) const {
    std::vector<SampledPair> pairs;
    for (std::size_t m = 0; m < metrics.size(); ++m) {
      pairs.push_back({&metrics[m], &measured[0][m], &measured[1][m]});
    }
    return randomised_differences(pairs, plan);
  }
};

TEST(Resampling, IsTheSameBitsOnAnyNumberOfThreads) {
  const AllSamples one(1);
  const auto drawn = one.drawn({.samples = 50, .threads = 1});
  const auto exchanged = one.exchanged({.samples = 50, .threads = 1});
  for (const int threads : {2, 8}) {
    const AllSamples many(threads);
    EXPECT_EQ(many.drawn({.samples = 50, .threads = threads}), drawn);
    EXPECT_EQ(many.exchanged({.samples = 50, .threads = threads}), exchanged);
  }
}

// What the first resample has, added up by hand.
TEST(Bootstrap, ScoresTheSegmentsThatNumPyDraws) {
  const AllSamples all(1);
  constexpr std::size_t wer = 4;
  const Measurements& measured = all.measured[0][wer];
  std::vector<std::uint32_t> segments(measured.count());
  NumpyRandom random(12345);
  random.fill_below(static_cast<std::uint32_t>(segments.size()), segments);
  double edits = 0;
  double words = 0;
  for (const std::uint32_t segment : segments) {
    edits += measured.of(segment)[0];
    words += measured.of(segment)[1];
  }
  EXPECT_EQ(all.drawn({.samples = 3})[wer][0], edits / words);
}

TEST(Bootstrap, DependsOnTheSeed) {
  const AllSamples all(1);
  EXPECT_NE(all.drawn({.samples = 3, .seed = 1}), all.drawn({.samples = 3, .seed = 2}));
}

// More draws than are held at once: they go on where they were.
TEST(Bootstrap, GoesOnFromOnePartToTheNext) {
  const auto metrics = testing::corpus_metrics({"wer"});
  const std::size_t segments = 20'000;
  const Measurements measured{.width = 2,
                              .numbers =
                                  [] {
                                    std::vector<double> numbers;
                                    for (std::size_t i = 0; i < 20'000; ++i) {
                                      numbers.push_back(static_cast<double>(i % 100));
                                      numbers.push_back(100);
                                    }
                                    return numbers;
                                  }(),
                              .outcomes = std::vector<Measured>(segments)};
  const std::size_t samples = (std::size_t{1} << 23) / segments + 2;
  const Sampled sampled[] = {{metrics.data(), &measured}};
  const double last = bootstrap(sampled, {.samples = samples, .threads = 2})[0].back();
  NumpyRandom random(12345);
  std::vector<std::uint32_t> drawn(segments);
  for (std::size_t i = 0; i < samples; ++i) {
    random.fill_below(static_cast<std::uint32_t>(segments), drawn);
  }
  double edits = 0;
  for (const std::uint32_t segment : drawn) {
    edits += segment % 100;
  }
  EXPECT_EQ(last, edits / (100.0 * segments));
}

// A bit that is set leaves the segment with its system.
TEST(Randomisation, ExchangesTheSegmentsThatNumPyDraws) {
  const AllSamples all(1);
  constexpr std::size_t wer = 4;
  double edits[2] = {0, 0};
  double words = 0;
  NumpyRandom random(12345);
  NumpyBits bits(random);
  for (std::size_t segment = 0; segment < all.segments.count(); ++segment) {
    const std::size_t first = bits.next() ? 0 : 1;
    edits[first] += all.measured[0][wer].of(segment)[0];
    edits[1 - first] += all.measured[1][wer].of(segment)[0];
    words += all.measured[0][wer].of(segment)[1];
  }
  EXPECT_EQ(all.exchanged({.samples = 3})[wer][0], std::abs(edits[0] / words - edits[1] / words));
}

TEST(Randomisation, FindsNoDifferenceBetweenEquals) {
  AllSamples all(1);
  all.measured[1] = all.measured[0];
  for (const auto& of_metric : all.exchanged({.samples = 5})) {
    EXPECT_EQ(of_metric, std::vector<double>(5, 0.0));
  }
}

}  // namespace
}  // namespace unspin
