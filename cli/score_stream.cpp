// `unspin score --pairs`: a stream of pairs on all cores.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <fmt/format.h>
#include <memory>
#include <omp.h>

#include "cli/commands.hpp"
#include "cli/default_lexicon.hpp"
#include "cli/interrupt.hpp"
#include "cli/message.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/row_messages.hpp"
#include "cli/score_options.hpp"
#include "engine/io/byte_source.hpp"
#include "engine/io/pair_row.hpp"
#include "engine/report/json_report.hpp"
#include "engine/report/table_report.hpp"
#include "engine/run/runner.hpp"
#include "scorers/verdict/model_judge.hpp"

namespace unspin {
namespace {

/// What all workers share.
struct Job {
  std::vector<Selected> selected;
  Limits limits;
  std::shared_ptr<const Lexicon> lexicon = {};  // none, unless a score or the verdict asks it
  std::shared_ptr<const Glossary> glossary = {};
  const Judge* judge = nullptr;  // none: scores only
  std::string signature = {};
  JsonStyle json = {};
  std::optional<TableReport> table = {};
};

class ScoreWorker : public RowWorker {
 public:
  ScoreWorker(const Job& job, const RecordReader& reader)
      : job_(job), parser_(reader), pair_(job.limits, job.lexicon.get(), job.glossary.get()) {}

  RowOutcome process(const RecordBatch& batch, const Record& record, std::string& out) override {
    if (record.issue) {
      row_.clear();
      row_.id = fmt::format("{}", record.line);
      return broken(*record.issue, out);
    }
    if (const auto issue = parser_.parse(batch.view(record), record.line, row_)) {
      return broken(*issue, out);
    }
    references_.assign(row_.references.begin(), row_.references.end());
    pair_.assign({row_.source, row_.rewrite, references_});
    score_pair(pair_, job_.selected, scores_);
    PairResult result{.id = row_.id,
                      .selected = job_.selected,
                      .scores = scores_,
                      .extra = row_.extra,
                      .signature = job_.signature};
    RowOutcome outcome;
    Judgement judgement;
    if (job_.judge != nullptr) {
      judgement = job_.judge->judge(pair_);
      result.judgement = &judgement;
      outcome.label = judgement.verdict.label;
    }
    if (job_.table) {
      job_.table->append_row(result, out);
    } else {
      append_json(result, job_.json, out);
    }
    return outcome;
  }

 private:
  RowOutcome broken(const RowIssue& issue, std::string& out) const {
    if (job_.table) {
      job_.table->append_broken(row_.id, issue, out);
    } else {
      append_broken_json(row_.id, issue, out);
    }
    return {.issue = issue};
  }

  const Job& job_;
  PairRowParser parser_;
  PreparedPair pair_;
  PairRow row_;
  std::vector<std::string_view> references_;
  std::vector<Score> scores_;
};

/// The columns of a table that are passed through; nothing for JSON lines, which have no columns.
std::optional<std::vector<std::string>> extra_columns(const RecordReader& reader) {
  if (reader.layout() == Layout::jsonl) {
    return std::nullopt;
  }
  std::vector<std::string> extra;
  for (const std::string& column : reader.columns()) {
    if (column != "id" && column != "source" && column != "rewrite" && column != "reference") {
      extra.push_back(column);
    }
  }
  return extra;
}

std::string in_words(const RunSummary& summary, bool with_labels) {
  std::string text = fmt::format("{} rows", summary.rows);
  if (with_labels) {
    for (std::size_t i = 0; i < label_names.size(); ++i) {
      if (summary.labels[i] > 0) {
        text += fmt::format(", {} {}", summary.labels[i], label_names[i]);
      }
    }
  }
  if (summary.broken > 0) {
    text += fmt::format(", {} broken", summary.broken);
  }
  return text;
}

}  // namespace

int score_stream(const ScoreOptions& options) {
  const VerdictModel model = options.judge.open_model();
  const ModelJudge judge(model, options.judge.max_false_flags);
  Job job{.selected = options.selection(), .limits = {.edit_cells = options.edit_cells}};
  const bool asked_for_all = std::ranges::find(options.metrics, "all") != options.metrics.end();
  if (options.metrics.empty() || options.with_verdict || asked_for_all ||
      !options.fail_on.empty()) {
    job.judge = &judge;
  }
  const bool asks_lexicon = std::ranges::any_of(job.selected, [](const Selected& selected) {
    const Info& info = selected.scorer->info;
    return info.asks_lexicon || info.family == Family::term || info.family == Family::spin;
  });
  const bool is_needed = asks_lexicon || job.judge != nullptr;
  if (is_needed || !options.lexicon.empty()) {
    job.lexicon =
        open_lexicon(options.lexicon);  // a mistake in the name is one even if nobody reads it
  }
  job.glossary = options.open_glossary();
  if (!is_needed) {
    job.lexicon.reset();
    job.glossary.reset();
  }
  job.signature =
      signature_of(job.judge != nullptr ? judge.name() : "", job.lexicon.get(), job.glossary.get());
  job.json.details = options.details;

  const std::string name = options.pairs == "-" ? "standard input" : options.pairs;
  const std::atomic<bool>& stop_asked = stop_on_interrupt();
  const auto source = open_source(options.pairs, &stop_asked);
  RecordReader reader(*source, options.pairs, std::nullopt, options.most_line_bytes);
  if (options.format == "tsv" || options.format == "csv") {
    job.table.emplace(options.format == "tsv" ? TableReport::Kind::tsv : TableReport::Kind::csv,
                      job.selected, job.judge != nullptr, extra_columns(reader));
  }
  Output output(options.output);
  if (job.table) {
    std::string header;
    job.table->append_header(header);
    output.sink().write(header);
  }

  Progress progress("rows");
  IssuePrinter issues(name, progress);
  const RunSummary summary = run(
      reader, *source, output.sink(), [&] { return std::make_unique<ScoreWorker>(job, reader); },
      {.threads = options.threads > 0 ? options.threads : omp_get_num_procs(),
       .stop = &stop_asked,
       .on_progress = [&](const RunProgress& p) { progress.show(p); },
       .on_issue = [&](const RowIssue& issue) { issues.print(issue); }});
  progress.clear();

  int status = exit_done;
  for (std::size_t i = 0; i < label_names.size(); ++i) {
    if (summary.labels[i] > 0 && options.fails_on(static_cast<Label>(i))) {
      status = exit_label_met;
    }
  }
  if (summary.broken > 0) {
    status = exit_unreadable_input;
  }
  if (summary.read_error) {
    status = exit_unreadable_input;
    message(summary.read_error->what(), summary.read_error->remedy());
  }
  status = std::max(status, output.finish(summary.was_stopped));
  if (progress.is_terminal() || status != exit_done) {
    message(in_words(summary, job.judge != nullptr));
  }
  return status;
}

}  // namespace unspin
