#include "cli/one_pair.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <utility>

#include "cli/commands.hpp"
#include "cli/default_lexicon.hpp"
#include "cli/output.hpp"
#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/io/json_text.hpp"
#include "engine/io/sink.hpp"
#include "engine/report/html_report.hpp"
#include "engine/text/utf8.hpp"
#include "scorers/verdict/model_judge.hpp"

namespace unspin {
namespace {

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

std::string name_of_file(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

std::string_view shown_name(std::string_view file) { return file == "-" ? "standard input" : file; }

void write_page(const std::string& path, const OnePair& pair) {
  const TerminalTitle& title = pair.title();
  std::string page;
  append_html(
      pair.result(),
      {.title = shown_name(title.source_name), .text = {title.source_text, title.source_words_at}},
      {.title = shown_name(title.rewrite_name),
       .text = {title.rewrite_text, title.rewrite_words_at}},
      page);
  FileSink file(path);
  file.write(page);
  file.finish();
}

}  // namespace

std::shared_ptr<const Glossary> PairOptions::open_glossary() const {
  return glossary.empty() ? nullptr : std::make_shared<const Glossary>(Glossary::read(glossary));
}

bool PairOptions::fails_on(Label label) const {
  return std::ranges::find(fail_on, name_of(label)) != fail_on.end();
}

void add_pair_options(CLI::App& command, PairOptions& options) {
  command.add_option("SOURCE", options.source, "the original: a text file, - for standard input");
  command.add_option("REWRITE", options.rewrite, "the text under test");
  add_lexicon_option(command, options.lexicon);
  command.add_option("--glossary", options.glossary,
                     "terms to keep, a line each: term, tab, allowed variants (a|b), tab,\n"
                     "forbidden renderings (c|d)");
  add_judge_options(command, options.judge);
  command.add_option("-o,--output", options.output, "write here, all or nothing");
  command.add_option("--html", options.html,
                     "one pair: beside it a page with all of the evidence, to pass on");
  command
      .add_option("--fail-on", options.fail_on,
                  "exit with status 1 if a verdict is this; may be repeated")
      ->check(one_of({label_names.begin(), label_names.end()}))
      ->allow_extra_args(false);
  command
      .add_option("--edit-cells", options.edit_cells,
                  "skip an edit metric that needs a larger table")
      ->capture_default_str();
  command.add_option("--max-document", options.most_document_bytes,
                     "largest file of one pair, in bytes (64 MiB)");
}

void expect_two_texts(const PairOptions& options, std::string_view command,
                      std::string_view needed) {
  if (options.source.empty() || options.rewrite.empty()) {
    throw Error(ErrorCode::usage, fmt::format("{} needs {}", command, needed),
                fmt::format("unspin {} --help shows examples", command));
  }
  if (options.source == "-" && options.rewrite == "-") {
    throw Error(ErrorCode::usage, "both texts cannot come from standard input",
                "give a file for one of them");
  }
  refuse_overwriting({options.output, options.html},
                     {options.source, options.rewrite, options.glossary});
}

OnePair::OnePair(const PairOptions& options, std::vector<Selected> selected)
    : selected_(std::move(selected)),
      source_(read_text(options.source, options.most_document_bytes, issues_)),
      rewrite_(read_text(options.rewrite, options.most_document_bytes, issues_)),
      source_name_(name_of_file(options.source)),
      rewrite_name_(name_of_file(options.rewrite)),
      lexicon_(open_lexicon(options.lexicon)),
      glossary_(options.open_glossary()),
      pair_(Limits{.edit_cells = options.edit_cells}, lexicon_.get(), glossary_.get()) {
  pair_.assign({source_, rewrite_});
  score_pair(pair_, selected_, scores_);
  const VerdictModel model = options.judge.open_model();
  const ModelJudge judge(model, options.judge.max_false_flags);
  judgement_ = judge.judge(pair_);
  judgement_.verdict = judge.explained(pair_);
  signature_ = signature_of(judge.name(), lexicon_.get(), glossary_.get());
  append_json_string(replace_invalid_utf8(rewrite_name_).text, id_);
  result_ = {.id = id_,
             .selected = selected_,
             .scores = scores_,
             .judgement = &judgement_,
             .issues = issues_,
             .signature = signature_};
  title_ = {.source_name = source_name_,
            .rewrite_name = rewrite_name_,
            .source_words = pair_.words(TextIndex::source).size(),
            .rewrite_words = pair_.words(TextIndex::rewrite).size(),
            .source_text = source_,
            .rewrite_text = rewrite_,
            .source_words_at = &pair_.words(TextIndex::source),
            .rewrite_words_at = &pair_.words(TextIndex::rewrite),
            .beads = pair_.alignment().beads};
}

int write_report(const PairOptions& options, const OnePair& pair, std::string_view report) {
  if (!options.html.empty()) {
    write_page(options.html, pair);
  }
  const std::unique_ptr<Sink> sink =
      options.output.empty() ? standard_output() : std::make_unique<FileSink>(options.output);
  sink->write(report);
  sink->finish();
  return options.fails_on(pair.result().judgement->verdict.label) ? exit_label_met : exit_done;
}

}  // namespace unspin
