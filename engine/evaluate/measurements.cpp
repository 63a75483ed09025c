#include "engine/evaluate/measurements.hpp"

#include <algorithm>
#include <exception>

namespace unspin {
namespace {

constexpr std::size_t block_segments = 16;

/// Measures the segments of one system from `first` to `last`.
void measure_block(const Segments& segments, std::size_t system, std::size_t first,
                   std::size_t last, std::span<const CorpusMetric> metrics, PreparedPair& pair,
                   std::vector<Measurements>& out) {
  std::vector<std::string_view> references(segments.references.size());
  for (std::size_t i = first; i < last; ++i) {
    std::ranges::transform(segments.references, references.begin(), [i](const SegmentFile& file) {
      return std::string_view(file.lines[i]);
    });
    const std::string_view source =
        segments.source ? std::string_view(segments.source->lines[i]) : references.front();
    pair.assign({source, segments.systems[system].lines[i], references});
    for (std::size_t m = 0; m < metrics.size(); ++m) {
      Measurements& measured = out[m];
      measured.outcomes[i] = metrics[m].measure(
          pair, std::span(measured.numbers).subspan(i * measured.width, measured.width));
    }
  }
}

}  // namespace

std::vector<double> Measurements::sums() const {
  std::vector<double> sums(width, 0.0);
  for (std::size_t segment = 0; segment < count(); ++segment) {
    for (std::size_t i = 0; i < width; ++i) {
      sums[i] += numbers[segment * width + i];
    }
  }
  return sums;
}

std::size_t Measurements::count_of(Measured outcome) const {
  return static_cast<std::size_t>(std::ranges::count(outcomes, outcome));
}

std::vector<std::vector<Measurements>> measure_segments(const Segments& segments,
                                                        std::span<const CorpusMetric> metrics,
                                                        const MeasureOptions& options) {
  const std::size_t count = segments.count();
  std::vector<std::vector<Measurements>> all(segments.systems.size());
  for (std::vector<Measurements>& of_system : all) {
    for (const CorpusMetric& metric : metrics) {
      of_system.push_back({.width = metric.width(),
                           .numbers = std::vector<double>(count * metric.width()),
                           .outcomes = std::vector<Measured>(count)});
    }
  }
  const std::size_t blocks = (count + block_segments - 1) / block_segments;
  std::exception_ptr failure;
#pragma omp parallel num_threads(options.threads) default(none) \
    shared(segments, metrics, options, all, count, blocks, failure)
  {
    std::optional<PreparedPair> pair;
    // Blocks of all systems that have the same segments are neighbours: their references are warm.
#pragma omp for schedule(dynamic)
    for (std::size_t task = 0; task < blocks * all.size(); ++task) {
      try {
        if (!pair) {
          pair.emplace(options.limits, options.lexicon, options.glossary);
        }
        const std::size_t system = task % all.size();
        const std::size_t first = task / all.size() * block_segments;
        measure_block(segments, system, first, std::min(count, first + block_segments), metrics,
                      *pair, all[system]);
      } catch (...) {  // must not leave the parallel region
#pragma omp critical(unspin_measure_failure)
        failure = std::current_exception();
      }
    }
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
  return all;
}

}  // namespace unspin
