// Scores of a corpus that might have been: segments drawn at random with replacement (bootstrap;
// Koehn 2004, "Statistical significance tests for machine translation evaluation"), or exchanged at
// random between two systems (approximate randomisation; Riezler and Maxwell 2005, "On some
// pitfalls in automatic evaluation and significance testing for MT").
//
// The samples are sacreBLEU 2.6.0's: NumPy's numbers from the seed, every system and metric on the
// same ones, and sums in single precision for the metrics that are its own, as it has them under
// NumPy 1.24. Time grows with samples × segments × width; memory does not grow with the samples.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/evaluate/measurements.hpp"

namespace unspin {

struct SamplePlan {
  std::size_t samples = 1000;
  std::uint64_t seed = 12345;
  int threads = 1;
};

/// What is sampled: a metric and what it kept of a system. Both outlive the call.
struct Sampled {
  const CorpusMetric* metric;
  const Measurements* measurements;
};

/// The primary value of each of `sampled`, all of as many segments, in each bootstrap resample; the
/// same bits on any number of threads. There are fewer than 2³² segments.
std::vector<std::vector<double>> bootstrap(std::span<const Sampled> sampled,
                                           const SamplePlan& plan);

/// Two systems by one metric.
struct SampledPair {
  const CorpusMetric* metric;
  const Measurements* baseline;
  const Measurements* system;
};

/// For each pair and each trial the absolute difference of the two systems' values after each
/// segment was exchanged between them, or not; the same bits on any number of threads.
std::vector<std::vector<double>> randomised_differences(std::span<const SampledPair> pairs,
                                                        const SamplePlan& plan);

}  // namespace unspin
