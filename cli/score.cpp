// `unspin score`: its options, and one pair.
#include <memory>

#include "cli/commands.hpp"
#include "cli/score_options.hpp"
#include "cli/terminal.hpp"
#include "engine/io/error.hpp"
#include "engine/report/json_report.hpp"
#include "engine/report/table_report.hpp"
#include "engine/report/terminal_report.hpp"
#include "scorers/catalogue.hpp"

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
  unspin score original.txt rewrite.txt --html case.html  all of the evidence as a page to pass on

Rows of a stream are scored on all cores and come out in their order; a broken row is reported and
the rest is scored. With -m a stream has those scores only; --verdict, --fail-on or -m all adds the
verdict.
)";

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
    if (!options.html.empty()) {
      refuse("a page shows one pair, not a stream",
             "give --html with two files: unspin score ORIGINAL REWRITE --html FILE");
    }
    return;
  }
  expect_two_texts(options, "score", "an original and a rewrite, or --pairs");
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

int score_one_pair(const ScoreOptions& options) {
  const OnePair pair(options, options.selection());
  const PairResult& result = pair.result();
  std::string out;
  if (options.format == "json" || options.format == "jsonl") {
    append_json(result, {.details = options.details, .indented = options.format == "json"}, out);
  } else if (options.format == "tsv" || options.format == "csv") {
    const TableReport table(
        options.format == "tsv" ? TableReport::Kind::tsv : TableReport::Kind::csv, result.selected,
        true, std::vector<std::string>{});
    table.append_header(out);
    table.append_row(result, out);
  } else {
    append_terminal(result, pair.title(), terminal_style(options.output.empty(), options.show_all),
                    out);
  }
  return write_report(options, pair, out);
}

Command add_score_command(CLI::App& app) {
  auto options = std::make_shared<ScoreOptions>();
  CLI::App* command = app.add_subcommand("score", help);
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
  command->add_flag("--details", options->details, "JSON: the statistics behind each score");
  command->add_flag("--all", options->show_all, "text: every swap and term");
  add_pair_options(*command, *options);
  command->add_option("--threads", options->threads, "threads for a stream (default: all cores)")
      ->check(CLI::Range(1, 1024));
  command->add_option("--max-line", options->most_line_bytes,
                      "longest row of a stream, in bytes (16 MiB)");

  return [options] {
    check(*options);
    return options->pairs.empty() ? score_one_pair(*options) : score_stream(*options);
  };
}

}  // namespace unspin
