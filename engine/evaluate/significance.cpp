#include "engine/evaluate/significance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "engine/evaluate/exact_sum.hpp"
#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

bool has_gap(std::span<const double> values) {
  return std::ranges::any_of(values, [](double value) { return std::isnan(value); });
}

double p_value(std::span<const double> samples, double real) {
  const auto above =
      std::ranges::count_if(samples, [real](double sample) { return sample > real; });
  return (static_cast<double>(above) + 1) / (static_cast<double>(samples.size()) + 1);
}

}  // namespace

double exact_mean(std::span<const double> values) {
  ExactSum sum;
  for (const double value : values) {
    sum.add(value);
  }
  return sum.divided_by(values.size());
}

double pairwise_sum(std::span<const double> values) {
  constexpr std::size_t strands = 8;
  constexpr std::size_t most_at_once = 128;
  const std::size_t n = values.size();
  if (n < strands) {
    double sum = 0;
    for (const double value : values) {
      sum += value;
    }
    return sum;
  }
  if (n > most_at_once) {
    const std::size_t half = n / 2 - n / 2 % strands;
    return pairwise_sum(values.first(half)) + pairwise_sum(values.subspan(half));
  }
  std::array<double, strands> r{};
  std::copy_n(values.begin(), strands, r.begin());
  std::size_t at = strands;
  for (; at + strands <= n; at += strands) {
    for (std::size_t i = 0; i < strands; ++i) {
      r[i] += values[at + i];
    }
  }
  double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
  for (; at < n; ++at) {
    sum += values[at];
  }
  return sum;
}

Interval interval_of(std::vector<double> scores, Mean mean) {
  if (has_gap(scores)) {
    return {no_value, no_value};
  }
  std::ranges::sort(scores);
  const std::size_t n = scores.size();
  const std::size_t low = n / 40;
  const double middle =
      mean == Mean::exact ? exact_mean(scores) : pairwise_sum(scores) / static_cast<double>(n);
  return {middle, 0.5 * (scores[n - low - 1] - scores[low])};
}

double paired_bootstrap_p(std::span<const double> baseline, std::span<const double> system,
                          double real_difference) {
  if (has_gap(baseline) || has_gap(system) || std::isnan(real_difference)) {
    return no_value;
  }
  std::vector<double> differences(system.size());
  std::ranges::transform(system, baseline, differences.begin(),
                         [](double ours, double theirs) { return std::abs(ours - theirs); });
  const double mean = pairwise_sum(differences) / static_cast<double>(differences.size());
  for (double& difference : differences) {
    difference -= mean;
  }
  return p_value(differences, real_difference);
}

double randomisation_p(std::span<const double> differences, double real_difference) {
  return has_gap(differences) || std::isnan(real_difference)
             ? no_value
             : p_value(differences, real_difference);
}

}  // namespace unspin
