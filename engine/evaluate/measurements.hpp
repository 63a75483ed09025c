// Every segment of every system measured by every metric, on all cores.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/evaluate/corpus_metric.hpp"
#include "engine/evaluate/segments.hpp"

namespace unspin {

/// What one metric kept of the segments of one system.
struct Measurements {
  std::size_t width = 0;           ///< CorpusMetric::width()
  std::vector<double> numbers;     ///< segment after segment
  std::vector<Measured> outcomes;  ///< by segment

  std::size_t count() const { return outcomes.size(); }
  std::span<const double> of(std::size_t segment) const {
    return std::span(numbers).subspan(segment * width, width);
  }
  /// Summed over all segments, from the first to the last.
  std::vector<double> sums() const;
  std::size_t count_of(Measured outcome) const;
};

/// What the texts are read with.
struct MeasureOptions {
  Limits limits = {};
  const Lexicon* lexicon = nullptr;
  const Glossary* glossary = nullptr;
  int threads = 1;
};

/// By system, then by metric. The segments have been through expect_equal_lengths(). The same bits
/// on any number of threads.
std::vector<std::vector<Measurements>> measure_segments(const Segments& segments,
                                                        std::span<const CorpusMetric> metrics,
                                                        const MeasureOptions& options);

}  // namespace unspin
