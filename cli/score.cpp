// `unspin score`: its options, and one pair.
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>

#include "cli/commands.hpp"
#include "cli/default_lexicon.hpp"
#include "cli/score_options.hpp"
#include "cli/terminal.hpp"
#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/io/json_text.hpp"
#include "engine/io/sink.hpp"
#include "engine/report/json_report.hpp"
#include "engine/report/table_report.hpp"
#include "engine/report/terminal_report.hpp"
#include "engine/text/utf8.hpp"
#include "scorers/catalogue.hpp"
#include "scorers/verdict/model_judge.hpp"

namespace unspin {
namespace {

constexpr const char* help = R"(Scores rewrites against their originals.

Examples:
  unspin score original.txt rewrite.txt                 verdict, swaps, terms and scores
  unspin score original.txt - < rewrite.txt             "-" is standard input
  unspin score original.txt rewrite.txt -m rougeL -m containment:n=5 --format json
  unspin score --pairs pairs.jsonl.gz -o scores.jsonl   a line: {"id", "source", "rewrite"}
  unspin score --pairs pairs.csv -m bleu --format tsv   columns id, source, rewrite
  unspin score original.txt rewrite.txt --fail-on spun  exit status 1 if it is

Rows of a stream are scored on all cores and come out in their order; a broken row is reported and
the rest is scored. With -m a stream has those scores only; --verdict, --fail-on or -m all adds the
verdict.
)";

/// A document as well-formed text; what had to be replaced becomes an issue.
std::string read_text(const std::string& path, std::uint64_t most_bytes,
                      std::vector<RowIssue>& issues) {
  RepairedText text = replace_invalid_utf8(read_document(path, most_bytes));
  if (text.replaced > 0) {
    issues.push_back(
        {.code = "invalid_utf8",
         .message = fmt::format("{}: {} sequences that are not UTF-8 were read as U+FFFD",
                                path == "-" ? "standard input" : path, text.replaced)});
  }
  return std::move(text.text);
}

std::unique_ptr<Sink> open_output(const ScoreOptions& options) {
  if (options.output.empty()) {
    return standard_output();
  }
  return std::make_unique<FileSink>(options.output);
}

void check(const ScoreOptions& options) {
  const auto refuse = [](const std::string& what, std::string remedy) {
    throw Error(ErrorCode::usage, what, std::move(remedy));
  };
  if (!options.pairs.empty()) {
    if (!options.source.empty()) {
      refuse("two files and --pairs are two different things", "give one or the other");
    }
    if (options.format == "text" || options.format == "json") {
      refuse("a stream cannot be written as " + options.format, "use jsonl, tsv or csv");
    }
    return;
  }
  if (options.source.empty() || options.rewrite.empty()) {
    refuse("score needs an original and a rewrite, or --pairs",
           "unspin score --help shows examples");
  }
  if (options.source == "-" && options.rewrite == "-") {
    refuse("both texts cannot come from standard input", "give a file for one of them");
  }
}

}  // namespace

std::vector<Selected> ScoreOptions::selection() const {
  if (metrics.empty()) {
    return default_selection();
  }
  std::vector<Selected> selected;
  for (const std::string& metric : metrics) {
    if (metric != "none") {
      select(metric, selected);
    }
  }
  return selected;
}

std::shared_ptr<const Glossary> ScoreOptions::open_glossary() const {
  return glossary.empty() ? nullptr : std::make_shared<const Glossary>(Glossary::read(glossary));
}

bool ScoreOptions::fails_on(Label label) const {
  return std::ranges::find(fail_on, name_of(label)) != fail_on.end();
}

int score_one_pair(const ScoreOptions& options) {
  const std::vector<Selected> selected = options.selection();
  std::vector<RowIssue> issues;
  const std::string source = read_text(options.source, options.most_document_bytes, issues);
  const std::string rewrite = read_text(options.rewrite, options.most_document_bytes, issues);

  const std::shared_ptr<const Lexicon> lexicon = open_lexicon(options.lexicon);
  const std::shared_ptr<const Glossary> glossary = options.open_glossary();
  PreparedPair pair(Limits{.edit_cells = options.edit_cells}, lexicon.get(), glossary.get());
  pair.assign({source, rewrite});
  std::vector<Score> scores;
  score_pair(pair, selected, scores);
  const VerdictModel model = options.judge.open_model();
  const ModelJudge judge(model, options.judge.max_false_flags);
  const Judgement judgement = judge.judge(pair);
  const std::string signature = signature_of(judge.name(), lexicon.get(), glossary.get());
  std::string id;
  append_json_string(
      replace_invalid_utf8(std::filesystem::path(options.rewrite).filename().string()).text, id);
  const PairResult result{.id = id,
                          .selected = selected,
                          .scores = scores,
                          .judgement = &judgement,
                          .issues = issues,
                          .signature = signature};

  std::string out;
  if (options.format == "json" || options.format == "jsonl") {
    append_json(result, {.details = options.details, .indented = options.format == "json"}, out);
  } else if (options.format == "tsv" || options.format == "csv") {
    const TableReport table(
        options.format == "tsv" ? TableReport::Kind::tsv : TableReport::Kind::csv, selected, true,
        std::vector<std::string>{});
    table.append_header(out);
    table.append_row(result, out);
  } else {
    const std::string source_name = std::filesystem::path(options.source).filename().string();
    const std::string rewrite_name = std::filesystem::path(options.rewrite).filename().string();
    append_terminal(result,
                    {.source_name = source_name,
                     .rewrite_name = rewrite_name,
                     .source_words = pair.words(TextIndex::source).size(),
                     .rewrite_words = pair.words(TextIndex::rewrite).size(),
                     .source_text = source,
                     .rewrite_text = rewrite,
                     .source_words_at = &pair.words(TextIndex::source),
                     .rewrite_words_at = &pair.words(TextIndex::rewrite)},
                    terminal_style(options.output.empty(), options.show_all), out);
  }
  const auto sink = open_output(options);
  sink->write(out);
  sink->finish();
  return options.fails_on(judgement.verdict.label) ? exit_label_met : exit_done;
}

Command add_score_command(CLI::App& app) {
  auto options = std::make_shared<ScoreOptions>();
  CLI::App* command = app.add_subcommand("score", help);
  command->add_option("SOURCE", options->source, "the original: a text file, - for standard input");
  command->add_option("REWRITE", options->rewrite, "the text under test");
  command->add_option("--pairs", options->pairs,
                      "a stream of pairs instead: JSONL, TSV or CSV, plain, gzip or zstd");
  command
      ->add_option("-m,--metric", options->metrics,
                   "NAME, NAME:param=value,…, ngram, edit, term, spin,\n"
                   "all or none; may be repeated (see unspin metrics)")
      ->allow_extra_args(false);
  command->add_flag("--verdict", options->with_verdict, "the verdict too, in a stream with -m");
  command->add_option("--format", options->format, "default: text for one pair, jsonl for a stream")
      ->check(one_of({"text", "json", "jsonl", "tsv", "csv"}));
  add_lexicon_option(*command, options->lexicon);
  command->add_option("--glossary", options->glossary,
                      "terms to keep, a line each: term, tab, allowed variants (a|b), tab,\n"
                      "forbidden renderings (c|d)");
  add_judge_options(*command, options->judge);
  command->add_option("-o,--output", options->output, "write here, all or nothing");
  command->add_option("--threads", options->threads, "threads for a stream (default: all cores)")
      ->check(CLI::Range(1, 1024));
  command
      ->add_option("--fail-on", options->fail_on,
                   "exit with status 1 if a verdict is this; may be repeated")
      ->check(one_of({label_names.begin(), label_names.end()}))
      ->allow_extra_args(false);
  command->add_flag("--details", options->details, "JSON: the statistics behind each score");
  command->add_flag("--all", options->show_all, "text: every swap and term");
  command
      ->add_option("--edit-cells", options->edit_cells,
                   "skip an edit metric that needs a larger table")
      ->capture_default_str();
  command->add_option("--max-line", options->most_line_bytes,
                      "longest row of a stream, in bytes (16 MiB)");
  command->add_option("--max-document", options->most_document_bytes,
                      "largest file of one pair, in bytes (64 MiB)");

  return [options] {
    check(*options);
    return options->pairs.empty() ? score_one_pair(*options) : score_stream(*options);
  };
}

}  // namespace unspin
