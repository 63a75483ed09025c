// What samples say about a score: its mean and interval, and how likely a difference is by chance.
//
// The arithmetic is that of sacreBLEU 2.6.0, to the last bit: it takes the mean for one system
// exactly (Python's statistics.mean) and for several as NumPy adds (pairwise).
#pragma once

#include <span>
#include <vector>

namespace unspin {

/// The mean of what bootstrap resamples scored, and half the width of the interval that 95% of them
/// lie in. Both are not a number if a resample had no value.
struct Interval {
  double mean;
  double half_width;
};

/// How the mean is rounded.
enum class Mean { exact, pairwise };

/// `scores` is not empty.
Interval interval_of(std::vector<double> scores, Mean mean);

/// Of a paired bootstrap: how likely a difference as large as that of the systems' real scores, or
/// larger, is if both are of one kind. From 1 / (samples + 1) to 1; not a number if a score is not.
double paired_bootstrap_p(std::span<const double> baseline, std::span<const double> system,
                          double real_difference);

/// The same of approximate randomisation, from the trials' differences.
double randomisation_p(std::span<const double> differences, double real_difference);

/// The mean of `values` (not empty, finite), rounded once.
double exact_mean(std::span<const double> values);

/// The sum as NumPy's add.reduce has it for a contiguous array: in blocks of up to 128, in eight
/// strands.
double pairwise_sum(std::span<const double> values);

}  // namespace unspin
