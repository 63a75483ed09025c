// What judges, as the options --model and --max-false-flags say; and --lexicon, as most commands
// have it.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "scorers/verdict/verdict_model.hpp"

namespace unspin {

struct JudgeOptions {
  std::string model;  ///< a file of unspin train, or empty: the shipped one
  double max_false_flags = default_max_false_flags;

  VerdictModel open_model() const;
};

/// Declares --lexicon: what open_lexicon takes.
void add_lexicon_option(CLI::App& command, std::string& lexicon);

/// Declares --model alone, for who asks the judge for probabilities only.
void add_model_option(CLI::App& command, JudgeOptions& options);

/// Declares --model and --max-false-flags.
void add_judge_options(CLI::App& command, JudgeOptions& options);

}  // namespace unspin
