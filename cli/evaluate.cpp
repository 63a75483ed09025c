// `unspin evaluate`: what systems score on a corpus, how sure that is, and whether they differ.
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <memory>
#include <omp.h>
#include <random>

#include "cli/commands.hpp"
#include "cli/default_lexicon.hpp"
#include "cli/evaluate_paraphrases.hpp"
#include "cli/evaluation_checks.hpp"
#include "cli/judge_options.hpp"
#include "cli/message.hpp"
#include "cli/output.hpp"
#include "cli/sacrebleu_arguments.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "engine/io/error.hpp"
#include "engine/io/sink.hpp"
#include "engine/report/evaluation_report.hpp"
#include "engine/report/segment_scores.hpp"
#include "scorers/catalogue.hpp"

namespace unspin {
namespace {

constexpr const char* help = R"(Scores systems on a corpus, as sacreBLEU does, with any metric.

Examples:
  unspin evaluate reference.txt -i system.txt                       BLEU, with its signature
  unspin evaluate reference.txt -i system.txt -m bleu chrf ter      several metrics
  unspin evaluate reference.txt -i system.txt -m rougeL meteor --confidence
  unspin evaluate reference.txt -i a.txt b.txt -m bleu chrf --paired-bs
  unspin evaluate reference.txt -i a.txt b.txt -m bleu --segments segments.jsonl
  unspin evaluate reference.txt -m bleu chrf -b -w 4 -tok intl -lc < system.txt
  unspin evaluate reference.txt --source source.txt -i system.txt -m sari
  unspin evaluate --pairs pairs.jsonl.gz              paraphrases: adequacy, diversity, spin risk
  unspin evaluate --pairs rated.tsv --human rating --group system

A segment is a line; the n-th line of each file belongs to the n-th segment. sacreBLEU's options
work as they do there, -tok, -sl and the like too; its metrics have its numbers and signatures.
Files that do not belong together, references the wrong way round, tokenized text and the like are
found and named before anything is scored.
)";

struct Options {
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
  int decimals = 1;
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

[[noreturn]] void refuse(const std::string& what, std::string remedy) {
  throw Error(ErrorCode::usage, what, std::move(remedy));
}

/// Of --pairs.
void check_paraphrases(const Options& options) {
  if (!options.references.empty() || !options.systems.empty() || !options.source.empty()) {
    refuse("--pairs has sources, references and rewrites in its rows",
           "give either --pairs FILE, or references and -i with systems");
  }
  if (is_paired(options.test()) || options.is_sentence_level || !options.segments.empty()) {
    refuse("--pairs has no paired tests and no list of segments",
           "every figure has its interval; unspin score --pairs has each row's scores");
  }
  if (!options.metric_values.empty()) {
    refuse("--pairs takes a metric's parameters with its name", "as in -m bleu:tokenize=intl");
  }
}

void check(const Options& options) {
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

/// Once systems are known.
void check_systems(const Options& options, std::size_t systems, std::size_t metrics) {
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

std::vector<SegmentFile> read_systems(const Options& options) {
  if (options.systems.empty()) {
    std::vector<SegmentFile> systems = read_columns("-", 0);
    for (std::size_t i = 0; i < systems.size(); ++i) {
      const bool is_baseline = i == 0 && is_paired(options.test());
      systems[i].name = is_baseline
                            ? "Baseline"
                            : fmt::format("System {}", i + (is_paired(options.test()) ? 0 : 1));
    }
    return systems;
  }
  std::vector<SegmentFile> systems;
  for (const std::string& path : options.systems) {
    if (std::ranges::find(systems, path, &SegmentFile::name) != systems.end()) {
      if (is_paired(options.test()) && path == systems.front().name) {
        continue;  // "-i base.txt *.txt" names the baseline twice
      }
      refuse(path + " is named twice", "name each system once");
    }
    systems.push_back(read_segments(path));
  }
  return systems;
}

Segments read_all(const Options& options) {
  Segments segments;
  for (const std::string& path : options.references) {
    if (options.columns > 1) {
      segments.references = read_columns(path, options.columns);
    } else {
      segments.references.push_back(read_segments(path));
    }
  }
  segments.systems = read_systems(options);
  if (!options.source.empty()) {
    segments.source = read_segments(options.source);
  }
  return segments;
}

Selected select_one(const Options& options, const std::string& key, Scope scope) {
  std::vector<Selected> selected;
  select(with_metric_options(key, options.metric_values), selected, scope);
  selected.front().key = key;
  return selected.front();
}

std::vector<CorpusMetric> select_metrics(const Options& options) {
  std::vector<Selected> named;
  const std::vector<std::string> unless_asked = {"bleu"};
  for (const std::string& asked : options.metrics.empty() ? unless_asked : options.metrics) {
    const std::size_t before = named.size();
    select(asked, named);
    const bool is_several = named.size() > before + 1;
    std::erase_if(named, [&](const Selected& one) {
      const Info& info = one.scorer->info;
      if (!info.needs_references || !options.source.empty()) {
        return false;
      }
      if (!is_several) {
        refuse(fmt::format("{} compares with the text that was rewritten", info.name),
               "name its file: --source FILE");
      }
      return true;
    });
  }
  std::vector<CorpusMetric> metrics;
  metrics.reserve(named.size());
  for (const Selected& one : named) {
    metrics.emplace_back(select_one(options, one.key, Scope::corpus),
                         select_one(options, one.key, Scope::pair));
  }
  if (!is_paired(options.test())) {  // the order of sacreBLEU's reports
    std::ranges::stable_sort(metrics, {}, [](const CorpusMetric& metric) {
      return std::string(metric.scorer().info.name);
    });
  }
  return metrics;
}

bool asks_lexicon(std::span<const CorpusMetric> metrics) {
  return std::ranges::any_of(metrics, [](const CorpusMetric& metric) {
    const Info& info = metric.scorer().info;
    return info.asks_lexicon || info.family == Family::term || info.family == Family::spin;
  });
}

/// The seed that sacreBLEU would use, from its environment variable.
void set_seed(EvaluationPlan& plan) {
  const char* asked = std::getenv("SACREBLEU_SEED");
  if (asked == nullptr) {
    return;
  }
  const std::string_view text = asked;
  if (text == "none" || text == "None") {
    std::random_device device;
    plan.sampling.seed = (std::uint64_t{device()} << 32) | device();
    plan.seed_name = "none";
    return;
  }
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), plan.sampling.seed);
  if (error != std::errc{} || end != text.data() + text.size()) {
    refuse(fmt::format("SACREBLEU_SEED cannot be \"{}\"", text), "it is a whole number, or none");
  }
  plan.seed_name = text;
}

EvaluationPlan plan_for(const Options& options, const Lexicon* lexicon) {
  EvaluationPlan plan{.test = options.test()};
  plan.sampling.threads = options.thread_count();
  plan.sampling.samples = options.with_paired_bootstrap       ? options.bootstrap_samples
                          : options.with_paired_randomisation ? options.randomisation_samples
                                                              : options.confidence_samples;
  if (plan.test != CorpusTest::none) {
    set_seed(plan);
  }
  if (lexicon != nullptr) {
    plan.lexicon = fmt::format("{}-{:016x}", lexicon->info().language, lexicon->info().hash);
  }
  return plan;
}

std::string format_of(const Options& options) {
  const char* habit = std::getenv("SACREBLEU_FORMAT");
  return habit != nullptr && options.format.empty() ? habit : options.format;
}

EvaluationStyle style_for(const Options& options) {
  const std::string format = format_of(options);
  return {.format = format == "json"    ? EvaluationStyle::Format::json
                    : format == "latex" ? EvaluationStyle::Format::latex
                                        : EvaluationStyle::Format::text,
          .decimals = options.decimals,
          .score_only = options.is_score_only,
          .short_signatures = options.has_short_signatures};
}

void tell_what_was_left_out(const Evaluation& evaluation) {
  for (std::size_t s = 0; s < evaluation.systems.size(); ++s) {
    for (std::size_t m = 0; m < evaluation.metrics.size(); ++m) {
      const CorpusScore& score = evaluation.scores[s][m];
      const std::string place =
          fmt::format("{}, {}", evaluation.systems[s], evaluation.metrics[m].title);
      if (score.over_budget > 0) {
        message(fmt::format("{}: {} segments left out, their tables of edits are too large", place,
                            score.over_budget),
                "--edit-cells allows larger ones");
      }
      if (score.without_value > 0) {
        message(fmt::format("{}: {} segments have no value", place, score.without_value));
      }
    }
  }
}

void write_segments(const Options& options, const Segments& segments,
                    std::span<const CorpusMetric> metrics,
                    std::span<const std::vector<Measurements>> measurements) {
  std::string out;
  append_segment_scores(
      segments, metrics, measurements,
      options.segments.ends_with(".tsv") ? SegmentLayout::tsv : SegmentLayout::jsonl, out);
  FileSink file(options.segments);
  file.write(out);
  file.finish();
}

int run_paraphrases(const Options& options) {
  check_paraphrases(options);
  ParaphraseOptions asked = options.paraphrases;
  asked.metrics = options.metrics;
  asked.lexicon = options.lexicon;
  asked.format = format_of(options);
  asked.output = options.output;
  asked.samples = options.confidence_samples;
  asked.edit_cells = options.edit_cells;
  asked.threads = options.thread_count();
  EvaluationPlan plan;
  set_seed(plan);
  asked.seed = plan.sampling.seed;
  return evaluate_paraphrases(asked);
}

int run(const Options& options) {
  if (!options.paraphrases.pairs.empty()) {
    return run_paraphrases(options);
  }
  check(options);
  const std::vector<CorpusMetric> metrics = select_metrics(options);
  const Segments segments = read_all(options);
  if (!tell_mistakes(segments, metrics, options.is_forced, options.is_quiet)) {
    return exit_unreadable_input;
  }
  expect_equal_lengths(segments);
  check_systems(options, segments.systems.size(), metrics.size());
  const std::shared_ptr<const Lexicon> lexicon =
      asks_lexicon(metrics) ? open_lexicon(options.lexicon) : nullptr;
  const EvaluationPlan plan = plan_for(options, lexicon.get());
  const std::vector<std::vector<Measurements>> measurements =
      measure_segments(segments, metrics,
                       {.limits = {.edit_cells = options.edit_cells},
                        .lexicon = lexicon.get(),
                        .threads = options.thread_count()});
  std::string out;
  if (options.is_sentence_level) {
    append_segment_lines(
        metrics.front(), measurements.front().front(),
        metrics.front().segment_signature(segments.references.size(), plan.lexicon),
        style_for(options), out);
  } else {
    const Evaluation evaluation = evaluate(segments, metrics, measurements, plan);
    append_evaluation(evaluation, style_for(options), out);
    if (!options.is_quiet) {
      tell_what_was_left_out(evaluation);
    }
  }
  if (!options.segments.empty()) {
    write_segments(options, segments, metrics, measurements);
  }
  Output output(options.output);
  output.sink().write(out);
  return output.finish(false);
}

void add_inputs(CLI::App& command, Options& options) {
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

void add_metric_options(CLI::App& command, Options& options) {
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

void add_statistics(CLI::App& command, Options& options) {
  const CLI::Range samples(std::size_t{2}, std::size_t{100'000'000});
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

void add_outputs(CLI::App& command, Options& options) {
  command
      .add_option("-f,--format", options.format,
                  "text, json or latex (default: text, or what the\n"
                  "environment variable SACREBLEU_FORMAT says)")
      ->check(one_of({"text", "json", "latex"}));
  command.add_option("-w,--width", options.decimals, "decimals (1)")->check(CLI::Range(0, 30));
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

Command add_evaluate_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("evaluate", help);
  add_inputs(*command, *options);
  add_statistics(*command, *options);
  add_outputs(*command, *options);
  add_metric_options(*command, *options);
  add_lexicon_option(*command, options->lexicon);
  command->add_option("--edit-cells", options->edit_cells, "largest table of edits (5·10¹⁰ cells)");
  command->add_option("--threads", options->threads, "default: all cores")
      ->check(CLI::Range(1, 1024));
  add_paraphrase_options(*command, options->paraphrases);
  return [options] { return run(*options); };
}

}  // namespace unspin
