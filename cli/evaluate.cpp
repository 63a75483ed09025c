// `unspin evaluate`: what systems score on a corpus, how sure that is, and whether they differ.
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <memory>
#include <random>

#include "cli/commands.hpp"
#include "cli/default_lexicon.hpp"
#include "cli/evaluate_options.hpp"
#include "cli/evaluation_checks.hpp"
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

std::vector<SegmentFile> read_systems(const EvaluateOptions& options) {
  if (options.systems.empty()) {
    std::vector<SegmentFile> systems = read_columns("-", 0);
    if (systems.empty() || systems.front().lines.empty()) {
      throw Error(ErrorCode::unreadable_input, "standard input has no lines",
                  "without -i it holds what the systems said; or name their files behind -i");
    }
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
      throw Error(ErrorCode::usage, path + " is named twice", "name each system once");
    }
    systems.push_back(read_segments(path));
  }
  return systems;
}

Segments read_all(const EvaluateOptions& options) {
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

Selected select_one(const EvaluateOptions& options, const std::string& key, Scope scope) {
  std::vector<Selected> selected;
  select(with_metric_options(key, options.metric_values), selected, scope);
  selected.front().key = key;
  return selected.front();
}

std::vector<CorpusMetric> select_metrics(const EvaluateOptions& options) {
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
        throw Error(ErrorCode::usage,
                    fmt::format("{} compares with the text that was rewritten", info.name),
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
    throw Error(ErrorCode::usage, fmt::format("SACREBLEU_SEED cannot be \"{}\"", text),
                "it is a whole number, or none");
  }
  plan.seed_name = text;
}

EvaluationPlan plan_for(const EvaluateOptions& options, const Lexicon* lexicon) {
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

std::string format_of(const EvaluateOptions& options) {
  const char* habit = std::getenv("SACREBLEU_FORMAT");
  return habit != nullptr && options.format.empty() ? habit : options.format;
}

EvaluationStyle style_for(const EvaluateOptions& options) {
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
        message(fmt::format("{}: {} segments have no value", place, score.without_value),
                std::string(evaluation.metrics[m].metric->scorer().info.undefined_when));
      }
    }
  }
}

void write_segments(const EvaluateOptions& options, const Segments& segments,
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

int run_paraphrases(const EvaluateOptions& options) {
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

int run(const EvaluateOptions& options) {
  check_options(options);
  if (!options.paraphrases.pairs.empty()) {
    return run_paraphrases(options);
  }
  const std::vector<CorpusMetric> metrics = select_metrics(options);
  const Segments segments = read_all(options);
  if (!tell_mistakes(segments, metrics, options.is_forced, options.is_quiet)) {
    return exit_unreadable_input;
  }
  expect_equal_lengths(segments);
  check_systems(options, segments.systems.size(), metrics.size());
  const std::shared_ptr<const Lexicon> lexicon =
      std::ranges::any_of(metrics, &CorpusMetric::asks_lexicon) ? open_lexicon(options.lexicon)
                                                                : nullptr;
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

}  // namespace

Command add_evaluate_command(CLI::App& app) {
  auto options = std::make_shared<EvaluateOptions>();
  CLI::App* command = app.add_subcommand("evaluate", help);
  add_evaluate_options(*command, *options);
  return [options] { return run(*options); };
}

}  // namespace unspin
