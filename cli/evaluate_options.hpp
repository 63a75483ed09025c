// What `unspin evaluate` was asked to do.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <map>
#include <omp.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/evaluate_paraphrases.hpp"
#include "engine/evaluate/evaluation.hpp"

namespace unspin {

struct EvaluateOptions {
  std::vector<std::string> references;
  std::vector<std::string> systems;
  std::string source;
  std::vector<std::string> metrics;                       ///< empty: bleu
  std::map<std::string_view, std::string> metric_values;  ///< by MetricOption::names
  std::string lexicon;
  std::string format;
  std::string output;
  std::string segments;
  std::size_t columns = 1;  ///< references in one file
  std::optional<int> decimals;
  bool is_score_only = false;
  bool has_short_signatures = false;
  bool is_sentence_level = false;
  bool is_quiet = false;
  bool is_forced = false;
  bool with_confidence = false;
  bool with_paired_bootstrap = false;
  bool with_paired_randomisation = false;
  std::size_t confidence_samples = 1000;
  std::size_t bootstrap_samples = 1000;
  std::size_t randomisation_samples = 10000;
  std::uint64_t edit_cells = Limits{}.edit_cells;
  int threads = 0;
  ParaphraseOptions paraphrases;

  CorpusTest test() const {
    return with_confidence             ? CorpusTest::confidence
           : with_paired_bootstrap     ? CorpusTest::paired_bootstrap
           : with_paired_randomisation ? CorpusTest::paired_randomisation
                                       : CorpusTest::none;
  }
  int thread_count() const { return threads > 0 ? threads : omp_get_max_threads(); }
};

/// Declares all of them.
void add_evaluate_options(CLI::App& command, EvaluateOptions& options);

/// Throws Error(usage) if they do not go together.
void check_options(const EvaluateOptions& options);

/// The same, once it is known how many systems and metrics there are.
void check_systems(const EvaluateOptions& options, std::size_t systems, std::size_t metrics);

}  // namespace unspin
