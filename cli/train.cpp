// `unspin train`: fits the verdict to labelled pairs.
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <span>

#include "cli/commands.hpp"
#include "cli/labelled_files.hpp"
#include "engine/io/error.hpp"
#include "engine/io/sink.hpp"
#include "scorers/verdict/training.hpp"

namespace unspin {
namespace {

constexpr const char* help = R"(Fits the verdict to labelled pairs.

Rows are those of unspin score --pairs with a label: verbatim, spun, paraphrase or unrelated. Pairs of
one origin (rewrites of one article) stay together when pairs are held back to measure what was
fitted. The report goes to standard output and stands in the file, beside the weights.

Examples:
  unspin train pairs.jsonl.gz -o my.model             fit, measure on held-back pairs, write
  unspin train pairs.jsonl -o my.model --penalty 10   no search for the penalty
  unspin score a.txt b.txt --model my.model           use it
)";

struct Options {
  LabelledFiles files;
  std::string output;
  TrainingOptions training;
  std::vector<std::string> class_weights;
};

constexpr double largest_class_weight = 1000;

/// The weight behind the equals sign; nothing if it is no number above 0.
std::optional<double> weight_in(std::string_view text) {
  double weight = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
  const bool is_weight = error == std::errc{} && end == text.data() + text.size() && weight > 0 &&
                         weight <= largest_class_weight;
  return is_weight ? std::optional(weight) : std::nullopt;
}

void set_class_weights(const std::vector<std::string>& asked, TrainingOptions& options) {
  const auto known = std::span(label_names).first(probable_labels);
  for (const std::string_view one : asked) {
    const std::size_t equals = std::min(one.find('='), one.size());
    const auto label = std::ranges::find(known, one.substr(0, equals));
    const auto weight = weight_in(one.substr(std::min(equals + 1, one.size())));
    if (label == known.end() || !weight) {
      throw Error(ErrorCode::usage, fmt::format("--class-weight cannot be \"{}\"", one),
                  "write LABEL=WEIGHT with a weight above 0 and up to 1000, for example spun=2");
    }
    options.class_weights[static_cast<std::size_t>(label - known.begin())] = *weight;
  }
}

int run(Options options) {
  set_class_weights(options.class_weights, options.training);
  options.training.threads = options.files.thread_count();
  FileSink file(options.output);  // first: a mistake in the name should not cost the training
  const LabelledFiles::Pairs pairs = options.files.read(true);
  const VerdictModel model = train(pairs.all, pairs.lexicon_hash, options.training);
  file.write(model.text());
  file.finish();
  print(model.report);
  return pairs.broken > 0 ? exit_unreadable_input : exit_done;
}

}  // namespace

Command add_train_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("train", help);
  options->files.add_options(*command);
  command->add_option("-o,--output", options->output, "write the model here, all or nothing")
      ->required();
  command
      ->add_option("--folds", options->training.folds,
                   "parts of the pairs that are held back in turn")
      ->check(CLI::Range(2, 100))
      ->capture_default_str();
  command
      ->add_option("--penalty", options->training.penalties,
                   "on squared weights; of several the best on held-back pairs is taken")
      ->check(number_in(1e-6, 1e6))
      ->allow_extra_args(false)
      ->capture_default_str();
  command
      ->add_option("--class-weight", options->class_weights,
                   "LABEL=WEIGHT: what a mistake on that label costs (1); may be repeated.\n"
                   "Other weights than 1 make the probabilities less honest")
      ->allow_extra_args(false);
  return [options] { return run(*options); };
}

}  // namespace unspin
