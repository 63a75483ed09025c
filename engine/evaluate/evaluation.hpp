// The result of an evaluation: every system's score by every metric, and what samples say of it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/evaluate/measurements.hpp"
#include "engine/evaluate/resampling.hpp"
#include "engine/evaluate/significance.hpp"

namespace unspin {

enum class CorpusTest : std::uint8_t {
  none,
  confidence,            ///< an interval for each score, by bootstrap
  paired_bootstrap,      ///< the same, and every system against the first one
  paired_randomisation,  ///< every system against the first one, by approximate randomisation
};

constexpr bool is_paired(CorpusTest test) {
  return test == CorpusTest::paired_bootstrap || test == CorpusTest::paired_randomisation;
}

struct CorpusScore {
  CorpusMetric::Values values{};
  double value = 0;     ///< the primary one of them
  std::string details;  ///< as CorpusMetric::details()
  std::optional<Interval> interval = {};
  std::optional<double> p_value = {};  ///< that the system differs from the first one by chance
  std::size_t without_value = 0;       ///< segments of which there is nothing to measure
  std::size_t over_budget = 0;         ///< segments left out because they are too large
};

/// What an evaluation says of a metric, whatever the system.
struct EvaluatedMetric {
  const CorpusMetric* metric;
  std::string title;      ///< CorpusMetric::title(), or the text that asked for it if two share it
  std::string signature;  ///< with what was sampled, as sacreBLEU writes it
};

struct Evaluation {
  std::vector<std::string> systems;
  std::vector<EvaluatedMetric> metrics;
  std::vector<std::vector<CorpusScore>> scores;  ///< by system, then by metric
  std::size_t references = 1;
  CorpusTest test = CorpusTest::none;
  std::size_t samples = 0;  ///< of the test
};

struct EvaluationPlan {
  CorpusTest test = CorpusTest::none;
  SamplePlan sampling = {};
  std::string seed_name = "12345";  ///< as signatures show it
  std::string lexicon = "none";     ///< likewise
};

/// Scores what was measured. The metrics outlive the result. Time is that of the samples.
Evaluation evaluate(const Segments& segments, std::span<const CorpusMetric> metrics,
                    std::span<const std::vector<Measurements>> measurements,
                    const EvaluationPlan& plan);

}  // namespace unspin
