// `unspin evaluate --pairs`: adequacy, diversity and spin risk of a set of paraphrases.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/judge_options.hpp"
#include "engine/score/prepared_pair.hpp"

namespace unspin {

struct ParaphraseOptions {
  std::string pairs;                 ///< a file, or - for standard input
  std::string human;                 ///< the column with people's scores, or empty
  std::string group;                 ///< the column that says whose a row is, or empty
  std::vector<std::string> metrics;  ///< empty: those of adequacy and diversity
  std::string lexicon;
  JudgeOptions judge;
  std::string format;  ///< text, json or latex
  std::string output;  ///< empty: standard output
  std::size_t samples = 1000;
  std::uint64_t seed = 12345;
  std::uint64_t edit_cells = Limits{}.edit_cells;
  int threads = 1;
};

/// Declares --pairs, --human, --group, --model and --max-false-flags; the rest is what
/// `unspin evaluate` has anyway.
void add_paraphrase_options(CLI::App& command, ParaphraseOptions& options);

/// Reads, scores and judges all rows and prints their table. Returns the exit status.
int evaluate_paraphrases(const ParaphraseOptions& options);

}  // namespace unspin
