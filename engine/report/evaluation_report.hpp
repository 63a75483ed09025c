// Corpus scores as sacreBLEU's command prints them: lines or JSON for one system, a table, JSON or
// LaTeX for several. Whoever reads its output reads this one.
#pragma once

#include <optional>
#include <string>

#include "engine/evaluate/evaluation.hpp"

namespace unspin {

struct EvaluationStyle {
  enum class Format : std::uint8_t { text, json, latex };
  Format format = Format::text;
  std::optional<int> decimals = {};  ///< not given: 1, and 3 for metrics from 0 to 1
  bool score_only = false;           ///< of one system: the figures without names and signatures
  bool short_signatures = false;     ///< not in JSON of one system
};

/// How many decimals a metric's score has.
int decimals_of(const CorpusMetric& metric, const EvaluationStyle& style);

/// Everything. Several systems are a table even without a test; LaTeX of one system is one of one
/// row.
void append_evaluation(const Evaluation& evaluation, const EvaluationStyle& style,
                       std::string& out);

/// A line for each segment of one system: its score by one metric.
void append_segment_lines(const CorpusMetric& metric, const Measurements& measurements,
                          const std::string& signature, const EvaluationStyle& style,
                          std::string& out);

/// "#:1|c:mixed|…|v:2.6.0" for "nrefs:1|case:mixed|…|version:2.6.0".
std::string shortened_signature(std::string_view signature);

}  // namespace unspin
