// The subcommands of `unspin`; each declares its options and says what to run.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string_view>
#include <vector>

namespace unspin {

/// Runs after the arguments have been read; returns the exit status.
using Command = std::function<int()>;

/// Adds `unspin score` to `app`.
Command add_score_command(CLI::App& app);

/// Adds `unspin explain` to `app`.
Command add_explain_command(CLI::App& app);

/// Adds `unspin evaluate` to `app`.
Command add_evaluate_command(CLI::App& app);

/// Adds `unspin metrics` to `app`.
Command add_metrics_command(CLI::App& app);

/// Adds `unspin extract` to `app`.
Command add_extract_command(CLI::App& app);

/// Adds `unspin index` to `app`.
Command add_index_command(CLI::App& app);

/// Adds `unspin audit` to `app`.
Command add_audit_command(CLI::App& app);

/// Adds `unspin merge` to `app`.
Command add_merge_command(CLI::App& app);

/// Adds `unspin review` to `app`.
Command add_review_command(CLI::App& app);

/// Adds `unspin lexicon` to `app`.
Command add_lexicon_command(CLI::App& app);

/// Adds `unspin train` to `app`.
Command add_train_command(CLI::App& app);

/// Adds `unspin validate` to `app`.
Command add_validate_command(CLI::App& app);

/// Adds `unspin bench` to `app`.
Command add_bench_command(CLI::App& app);

/// For CLI::Option::check: one of these names, or what could have been meant.
CLI::Validator one_of(std::vector<std::string_view> names);

/// For CLI::Option::check: a number from `least` to `most`; not nan, which CLI::Range lets pass.
CLI::Validator number_in(double least, double most);

/// Writes to standard output, to the end.
void print(std::string_view text);

/// Exit statuses; of several that apply the highest wins.
enum ExitStatus : int {
  exit_done = 0,
  exit_label_met = 1,
  exit_wrong_usage = 2,
  exit_unreadable_input = 3,
  exit_unwritable_output = 4,
  exit_defect = 70,  ///< of ours: nothing a user did
  exit_interrupted = 130,
};

}  // namespace unspin
