// `unspin validate`: how often the verdict is right on labelled pairs.
#include <fmt/format.h>
#include <memory>

#include "cli/commands.hpp"
#include "cli/judge_options.hpp"
#include "cli/labelled_files.hpp"
#include "engine/report/validation_report.hpp"
#include "scorers/verdict/model_judge.hpp"
#include "scorers/verdict/training.hpp"

namespace unspin {
namespace {

constexpr const char* help = R"(Says how often the verdict is right on labelled pairs.

Rows are those of unspin score --pairs with a label: verbatim, spun, paraphrase or unrelated, and if
you have them the kind of origin and the family of the spinner. The pairs must not be those that the
model was fitted to: unspin train measures on held-back ones itself.

Examples:
  unspin validate pairs.jsonl.gz
  unspin validate pairs.jsonl --max-false-flags 0.001 --format json
  unspin validate pairs.jsonl --model my.model
)";

struct Options {
  LabelledFiles files;
  JudgeOptions judge;
  std::string format = "text";
};

int run(const Options& options) {
  const VerdictModel model = options.judge.open_model();
  const LabelledFiles::Pairs pairs = options.files.read(false);
  std::vector<JudgedPair> judged_pairs;
  judged_pairs.reserve(pairs.all.size());
  for (const LabelledPair& pair : pairs.all) {
    judged_pairs.push_back(
        judged(model, pair, pairs.lexicon_hash != "none", options.judge.max_false_flags));
  }
  const Validation validation = validate(judged_pairs);
  std::string out;
  if (options.format == "json") {
    append_validation_json(validation, out);
  } else {
    append_validation_text(validation, out);
  }
  print(out);
  return pairs.broken > 0 ? exit_unreadable_input : exit_done;
}

}  // namespace

Command add_validate_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("validate", help);
  options->files.add_options(*command);
  add_judge_options(*command, options->judge);
  command->add_option("--format", options->format, "how to say it")
      ->check(one_of({"text", "json"}))
      ->capture_default_str();
  return [options] { return run(*options); };
}

}  // namespace unspin
