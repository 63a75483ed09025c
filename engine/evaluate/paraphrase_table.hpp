// What researchers report of a set of paraphrases: how much of the content stays (adequacy), how
// much of the wording does not (diversity), how many rewrites look spun, and how well each metric
// agrees with people. Every figure has an interval.
//
// Means, corpus scores and correlations have 95% bootstrap intervals (Efron 1979; of corpus scores,
// Koehn 2004): rows are drawn with replacement as often as there are rows, a thousand times; the
// interval goes from the value at place n/40 of the sorted n values to that at n − n/40 − 1, as
// sacreBLEU's does. Draw b is rng.integers(rows, size=rows) of NumPy's default_rng(seed + b), the
// same for all metrics of a group, so that draws can be made by several threads. Labels have
// Wilson's interval.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/evaluate/classification.hpp"
#include "engine/evaluate/paraphrase_rows.hpp"

namespace unspin {

/// A figure with its interval; no_value where there is none.
struct Estimate {
  double value = no_value;
  Interval interval = {};
};

/// Agreement of a metric's values with people's scores.
struct HumanAgreement {
  std::uint64_t rows = 0;  ///< that have both
  Estimate pearson, spearman, kendall;
};

struct MetricSummary {
  Estimate value;
  std::uint64_t rows = 0;  ///< that have a value
  std::optional<HumanAgreement> agreement;
};

struct GroupSummary {
  std::string name;  ///< empty unless rows are grouped
  std::uint64_t rows = 0;
  std::uint64_t with_references = 0;
  std::uint64_t with_human = 0;
  std::array<Share, label_names.size()> labels{};  ///< of all rows
  std::vector<MetricSummary> metrics;              ///< as ParaphraseTask::metrics
};

struct BootstrapOptions {
  std::size_t samples = 1000;  ///< 2 or more
  std::uint64_t seed = 12345;
  int threads = 1;  ///< the result is the same with any number
};

/// All figures of one group. Time O(samples · rows) for each number that a metric adds up, and
/// O(samples · rows · log k) for correlations with people's scores of k different values. Rows may
/// be 0; then there are no values.
GroupSummary summarise(const ParaphraseTask& task, const ParaphraseGroup& group,
                       const BootstrapOptions& options);

}  // namespace unspin
