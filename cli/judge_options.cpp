#include "cli/judge_options.hpp"

#include "cli/commands.hpp"

namespace unspin {

VerdictModel JudgeOptions::open_model() const {
  return model.empty() ? VerdictModel::shipped() : VerdictModel::read(model);
}

void add_lexicon_option(CLI::App& command, std::string& lexicon) {
  command.add_option("--lexicon", lexicon,
                     "who says what a synonym is: a file of unspin lexicon build, or none\n"
                     "(default: the one that was built with the command)");
}

void add_model_option(CLI::App& command, JudgeOptions& options) {
  command.add_option("--model", options.model,
                     "what judges: a file of unspin train (default: the shipped one)");
}

void add_judge_options(CLI::App& command, JudgeOptions& options) {
  add_model_option(command, options);
  command
      .add_option("--max-false-flags", options.max_false_flags,
                  "share of honest rewrites that may be called spun")
      ->check(number_in(0, 1))
      ->capture_default_str();
}

}  // namespace unspin
