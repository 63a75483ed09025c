#include "cli/evaluate_options.hpp"

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/judge_options.hpp"
#include "cli/output.hpp"
#include "cli/sacrebleu_arguments.hpp"
#include "engine/io/error.hpp"

namespace unspin {
namespace {

[[noreturn]] void refuse(const std::string& what, std::string remedy) {
  throw Error(ErrorCode::usage, what, std::move(remedy));
}

/// Of --pairs.
void check_paraphrases(const EvaluateOptions& options) {
  if (!options.references.empty() || !options.systems.empty() || !options.source.empty()) {
    refuse("--pairs has sources, references and rewrites in its rows",
           "give either --pairs FILE, or references and -i with systems");
  }
  if (is_paired(options.test()) || options.is_sentence_level || !options.segments.empty()) {
    refuse("--pairs has no paired tests and no list of segments",
           "every figure has its interval; unspin score --pairs has each row's scores");
  }
  if (options.is_score_only || options.has_short_signatures || options.decimals ||
      options.columns > 1) {
    refuse("-b, -w, --short and --num-refs are not for --pairs",
           "-f json has all figures in full; references are a column of the rows");
  }
  if (!options.metric_values.empty()) {
    refuse("--pairs takes a metric's parameters with its name", "as in -m bleu:tokenize=intl");
  }
}

void check_files(const EvaluateOptions& options) {
  if (!options.paraphrases.human.empty() || !options.paraphrases.group.empty()) {
    refuse("--human and --group are columns of --pairs", "name its file: --pairs FILE");
  }
  if (options.references.empty()) {
    refuse("there is no reference", "name it before -i: unspin evaluate REFERENCE -i SYSTEM");
  }
  if (options.columns > 1 && options.references.size() > 1) {
    refuse("--num-refs is for one file with a column for each reference",
           "give several files without it");
  }
  if (options.with_confidence + options.with_paired_bootstrap + options.with_paired_randomisation >
      1) {
    refuse("--confidence, --paired-bs and --paired-ar exclude each other", "choose one of them");
  }
  const auto is_standard_input = [](const std::string& path) { return path == "-"; };
  const auto readers = std::ranges::count_if(options.references, is_standard_input) +
                       std::ranges::count_if(options.systems, is_standard_input) +
                       (options.source == "-" ? 1 : 0) + (options.systems.empty() ? 1 : 0);
  if (readers > 1) {
    refuse("standard input can only be one of the files", "name the systems behind -i");
  }
}

void add_inputs(CLI::App& command, EvaluateOptions& options) {
  command.add_option("REFERENCE", options.references,
                     "files with a reference a line, plain, gzip or zstd;\n- is standard input");
  command.add_option("-i,--input", options.systems,
                     "the systems' files; without it columns of standard input");
  command.add_option("--source", options.source,
                     "the file that was rewritten, for metrics that ask for it\n"
                     "(without it, the first reference)");
  command
      .add_option("--num-refs", options.columns,
                  "references in one file, with tabs between them (-nr)")
      ->check(CLI::Range(1, 1000));
  command.add_option("-m,--metric,--metrics", options.metrics,
                     "NAME, NAME:param=value,…, a family or all (see unspin\n"
                     "metrics); several may follow (default: bleu)");
}

void add_metric_options(CLI::App& command, EvaluateOptions& options) {
  for (const MetricOption& option : metric_options()) {
    const std::string names(option.names);
    const std::string text(option.help);
    std::map<std::string_view, std::string>& values = options.metric_values;
    const std::string_view key = option.names;
    if (option.takes_value) {
      command.add_option_function<std::string>(
          names, [&values, key](const std::string& value) { values[key] = value; }, text);
    } else {
      command.add_flag_callback(
          names, [&values, key] { values[key] = "true"; }, text);
    }
  }
}

void add_statistics(CLI::App& command, EvaluateOptions& options) {
  const CLI::Range samples(std::size_t{2}, std::size_t{1'000'000});
  command.add_flag("--confidence", options.with_confidence,
                   "an interval for each score, by bootstrap (-ci)");
  command.add_option("--confidence-n", options.confidence_samples, "resamples (1000, -cin)")
      ->check(samples);
  command.add_flag("--paired-bs", options.with_paired_bootstrap,
                   "each system against the first, by bootstrap (-pbs)");
  command.add_option("--paired-bs-n", options.bootstrap_samples, "resamples (1000, -pbsn)")
      ->check(samples);
  command.add_flag("--paired-ar", options.with_paired_randomisation,
                   "the same by approximate randomisation (-par)");
  command.add_option("--paired-ar-n", options.randomisation_samples, "trials (10000, -parn)")
      ->check(samples);
}

void add_outputs(CLI::App& command, EvaluateOptions& options) {
  command
      .add_option("-f,--format", options.format,
                  "text, json or latex (default: text, or what the\n"
                  "environment variable SACREBLEU_FORMAT says)")
      ->check(one_of({"text", "json", "latex"}));
  command.add_option("-w,--width", options.decimals, "decimals (1; 3 for metrics from 0 to 1)")
      ->check(CLI::Range(0, 30));
  command.add_flag("-b,--score-only", options.is_score_only, "figures alone");
  command.add_flag("--short", options.has_short_signatures, "short signatures (-sh)");
  command.add_flag("--sentence-level", options.is_sentence_level,
                   "a line for each segment, by one metric (-sl)");
  command.add_option("--segments", options.segments,
                     "write every segment's scores to a file as well:\n"
                     "JSON lines, or a table if it is called .tsv");
  command.add_option("-o,--output", options.output, "default: standard output");
  command.add_flag("-q,--quiet", options.is_quiet, "no remarks on standard error");
  command.add_flag("--force", options.is_forced, "do not mind tokenized text");
}

}  // namespace

void add_evaluate_options(CLI::App& command, EvaluateOptions& options) {
  add_inputs(command, options);
  add_statistics(command, options);
  add_outputs(command, options);
  add_metric_options(command, options);
  add_lexicon_option(command, options.lexicon);
  command.add_option("--edit-cells", options.edit_cells, "largest table of edits (5·10¹⁰ cells)");
  command.add_option("--threads", options.threads, "default: all cores")
      ->check(CLI::Range(1, 1024));
  add_paraphrase_options(command, options.paraphrases);
}

void check_options(const EvaluateOptions& options) {
  std::vector<std::string> inputs = options.references;
  inputs.insert(inputs.end(), options.systems.begin(), options.systems.end());
  inputs.push_back(options.source);
  inputs.push_back(options.paraphrases.pairs);
  refuse_overwriting({options.output, options.segments}, inputs);
  if (options.paraphrases.pairs.empty()) {
    check_files(options);
  } else {
    check_paraphrases(options);
  }
}

void check_systems(const EvaluateOptions& options, std::size_t systems, std::size_t metrics) {
  if (is_paired(options.test()) && systems == 1) {
    refuse("there is only one system", "a paired test compares several: -i BASELINE SYSTEM...");
  }
  if (options.with_confidence && systems > 1) {
    refuse("--confidence is for one system", "--paired-bs compares several, with their intervals");
  }
  if (options.is_sentence_level && (systems > 1 || metrics > 1)) {
    refuse("--sentence-level is for one system and one metric",
           "--segments FILE has all segments of all systems by all metrics");
  }
  if (options.is_sentence_level && options.test() != CorpusTest::none) {
    refuse("--sentence-level has no statistics", "leave it out, or the test");
  }
}

}  // namespace unspin
