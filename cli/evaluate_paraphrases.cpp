#include "cli/evaluate_paraphrases.hpp"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <memory>

#include "cli/commands.hpp"
#include "cli/default_lexicon.hpp"
#include "cli/interrupt.hpp"
#include "cli/message.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/row_messages.hpp"
#include "engine/io/byte_source.hpp"
#include "engine/report/paraphrase_report.hpp"
#include "engine/run/runner.hpp"
#include "engine/score/nearest_name.hpp"
#include "scorers/catalogue.hpp"
#include "scorers/verdict/model_judge.hpp"

namespace unspin {
namespace {

/// A metric under a name of the table, beside those of the catalogue.
struct Preset {
  std::string_view name, asked;
  bool is_of_source, is_complement;
};
constexpr Preset presets[] = {{"self_bleu", "bleu", true, false},
                              {"order_change", "word_order", true, true}};

void add(std::string_view name, TableSection section, std::vector<TableMetric>& metrics) {
  const auto preset = std::ranges::find(presets, name, &Preset::name);
  const bool is_preset = preset != std::end(presets);
  const std::string_view asked = is_preset ? preset->asked : name;
  std::vector<Selected> of_corpus;
  std::vector<Selected> of_rows;
  select(asked, of_corpus, Scope::corpus);
  select(asked, of_rows, Scope::pair);
  for (std::size_t i = 0; i < of_corpus.size(); ++i) {
    std::string key = is_preset ? std::string(name) : of_corpus[i].key;
    metrics.push_back({.name = std::move(key),
                       .metric = CorpusMetric(of_corpus[i], of_rows[i]),
                       .section = section,
                       .is_of_source = is_preset && preset->is_of_source,
                       .is_complement = is_preset && preset->is_complement});
  }
}

std::vector<TableMetric> table_metrics(const std::vector<std::string>& asked) {
  std::vector<TableMetric> metrics;
  if (asked.empty()) {
    for (const char* name : {"bleu", "chrf", "meteor", "term_preservation"}) {
      add(name, TableSection::adequacy, metrics);
    }
    for (const char* name : {"self_bleu", "ibleu", "order_change"}) {
      add(name, TableSection::diversity, metrics);
    }
  }
  for (const std::string& name : asked) {
    add(name, TableSection::chosen, metrics);
  }
  return metrics;
}

/// Of a table, whose header says which columns there are.
void expect_column(const RecordReader& reader, const std::string& name, const char* option) {
  const std::vector<std::string>& columns = reader.columns();
  if (name.empty() || reader.layout() == Layout::jsonl ||
      std::ranges::find(columns, name) != columns.end()) {
    return;
  }
  const std::vector<std::string_view> known(columns.begin(), columns.end());
  throw Error(ErrorCode::usage, fmt::format("{}: there is no column \"{}\"", option, name),
              suggest_name(name, known));
}

void expect_scores(const ParaphraseReport& report) {
  const bool has_scores = std::ranges::any_of(
      report.groups, [](const GroupSummary& group) { return group.with_human > 0; });
  if (!report.task.human.empty() && !report.groups.empty() && !has_scores) {
    throw Error(ErrorCode::usage,
                fmt::format("--human: no row of {} has a \"{}\"", report.name, report.task.human),
                "name the field that holds people's scores, a number for each row");
  }
}

std::string written(const ParaphraseReport& report, const std::string& format) {
  std::string out;
  if (format == "json") {
    append_paraphrase_json(report, out);
    out += '\n';
  } else if (format == "latex") {
    append_paraphrase_latex(report, out);
  } else {
    append_paraphrase_text(report, out);
  }
  return out;
}

}  // namespace

void add_paraphrase_options(CLI::App& command, ParaphraseOptions& options) {
  command.add_option("--pairs", options.pairs,
                     "paraphrases instead: rows with source, rewrite and, if you have them,\n"
                     "references: JSONL, TSV or CSV; - is standard input");
  command.add_option("--human", options.human,
                     "of --pairs: the column with people's scores; how well do the\n"
                     "metrics agree with it?");
  command.add_option("--group", options.group,
                     "of --pairs: the column that names the system of a row; the table\n"
                     "has a column for each");
  add_judge_options(command, options.judge);
}

int evaluate_paraphrases(const ParaphraseOptions& options) {
  const VerdictModel model = options.judge.open_model();
  const ModelJudge judge(model, options.judge.max_false_flags);
  const std::shared_ptr<const Lexicon> lexicon = open_lexicon(options.lexicon);
  const ParaphraseTask task{.metrics = table_metrics(options.metrics),
                            .human = options.human,
                            .group = options.group,
                            .limits = {.edit_cells = options.edit_cells},
                            .lexicon = lexicon.get(),
                            .judge = &judge};

  const std::string name = options.pairs == "-" ? "standard input" : options.pairs;
  const std::atomic<bool>& stop_asked = stop_on_interrupt();
  const auto source = open_source(options.pairs, &stop_asked);
  RecordReader reader(*source, options.pairs);
  expect_column(reader, options.human, "--human");
  expect_column(reader, options.group, "--group");
  ParaphraseRows rows(task);
  Progress progress("rows");
  IssuePrinter issues(name, progress);
  const RunSummary run_summary =
      run(reader, *source, rows, [&] { return paraphrase_worker(task, reader); },
          {.threads = options.threads,
           .stop = &stop_asked,
           .on_progress = [&](const RunProgress& p) { progress.show(p); },
           .on_issue = [&](const RowIssue& issue) { issues.print(issue); }});
  progress.clear();
  if (run_summary.was_stopped) {  // a table of some of the rows would be taken for that of all
    return exit_interrupted;
  }
  if (rows.groups().empty() && !run_summary.read_error) {
    throw Error(ErrorCode::unreadable_input,
                name + (run_summary.broken > 0 ? " has only broken rows" : " has no rows"),
                "give rows with source and rewrite");
  }
  ParaphraseReport report{
      .task = task,
      .name = name,
      .broken = run_summary.broken,
      .bootstrap = {.samples = options.samples, .seed = options.seed, .threads = options.threads},
      .signature = signature_of(judge.name(), lexicon.get())};
  for (const ParaphraseGroup& group : rows.groups()) {
    report.groups.push_back(summarise(task, group, report.bootstrap));
  }
  expect_scores(report);

  Output output(options.output);
  output.sink().write(written(report, options.format));
  int status = run_summary.broken > 0 ? exit_unreadable_input : exit_done;
  if (run_summary.read_error) {
    status = exit_unreadable_input;
    message(run_summary.read_error->what(), run_summary.read_error->remedy());
  }
  return std::max(status, output.finish(false));
}

}  // namespace unspin
