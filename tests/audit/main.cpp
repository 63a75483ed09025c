// `unspin_audit_set`: makes the hard test set of the audit, and says how an audit did on it.
// CONTRIBUTING.md says how it is used.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

#include "bench/training/observed_swaps.hpp"
#include "engine/io/error.hpp"
#include "engine/lexicon/lexicon.hpp"
#include "tests/audit/score.hpp"
#include "tests/audit/test_set.hpp"

namespace {

using namespace unspin;
using namespace unspin::audit_set;

struct MakeOptions {
  std::vector<std::string> texts;
  std::string data, thesaurus, output;
  SetSize size;
  PassageSize passages;
};

struct ScoreOptions {
  std::string truth, findings, format = "text";
  bool lists = false;
};

void make(const MakeOptions& options) {
  Cast cast = cast_of(options.texts, cast_size(options.size), options.passages);
  // Which synonyms everybody would use, the originals say.
  constexpr std::size_t read_for_words = 2000;
  training::WordCounts counts;
  for (std::size_t i = 0; i < cast.originals.size() && i < read_for_words; ++i) {
    counts.add_words_of(cast.originals[i].text);
  }
  const auto lexicon = Lexicon::open(options.thesaurus);
  const training::Thesaurus thesaurus(*lexicon, counts);
  std::unordered_map<std::string, training::SwapList> observed;
  if (!options.data.empty()) {
    observed = training::read_observed_swaps(options.data + "/wild_swaps.tsv");
  }
  const Reworder reworder(thesaurus, std::move(observed));
  const TestSet set = make_set(std::move(cast), options.size, reworder);
  write_set(set, options.output);
  fmt::print(stderr, "{}\n{}", options.output, set.tally());
}

void print_list(std::string_view title, const std::vector<std::string>& lines) {
  fmt::print("\n{}: {}\n", title, lines.size());
  for (const std::string& line : lines) {
    fmt::print("{}\n", line);
  }
}

void print_score(const ScoreOptions& options) {
  const Score result = score(read_truth(options.truth), read_findings(options.findings));
  fmt::print("{}", options.format == "text" ? as_text(result) : as_markdown(result));
  if (options.lists) {
    print_list("missed", result.missed);
    print_list("wrongly accused", result.wrong);
  }
}

void add_make(CLI::App& app, MakeOptions& options) {
  CLI::App* command = app.add_subcommand("make", "originals, a crawl, and the truth about it");
  command
      ->add_option("--texts", options.texts,
                   "what unspin extract --format jsonl made of free packages, one file a package")
      ->required();
  command->add_option("--data", options.data,
                      "folder with wild_swaps.tsv: the vocabularies of real spinners");
  command
      ->add_option("--thesaurus", options.thesaurus,
                   "a lexicon of WordNet, MyThes and Moby, by unspin lexicon build")
      ->required();
  command->add_option("--originals", options.size.originals)->capture_default_str();
  command->add_option("--clean", options.size.clean, "pages of other packages")
      ->capture_default_str();
  command->add_option("--hard", options.size.hard, "of each: same topic, templated, quoting")
      ->capture_default_str();
  command->add_option("--copies", options.size.copies, "of each kind of copy")
      ->capture_default_str();
  command->add_option("--least-words", options.passages.least, "of a passage")
      ->capture_default_str();
  command->add_option("--most-words", options.passages.most)->capture_default_str();
  command
      ->add_option("-o,--output", options.output,
                   "folder for originals.jsonl, crawl.jsonl and truth.jsonl")
      ->required();
  command->callback([&options] { make(options); });
}

void add_score(CLI::App& app, ScoreOptions& options) {
  CLI::App* command = app.add_subcommand("score", "how an audit of the set did, kind by kind");
  command->add_option("--truth", options.truth, "by make")->required();
  command->add_option("--findings", options.findings, "findings.jsonl, by unspin audit")
      ->required();
  command->add_option("--format", options.format)
      ->check(CLI::IsMember({"text", "markdown"}))
      ->capture_default_str();
  command->add_flag("--list", options.lists, "also what was missed and who was wrongly accused");
  command->callback([&options] { print_score(options); });
}

}  // namespace

int main(int count, char** arguments) {
  MakeOptions make_options;
  ScoreOptions score_options;
  CLI::App app("Makes the hard test set of the audit, and says how an audit did on it.");
  app.require_subcommand(1);
  add_make(app, make_options);
  add_score(app, score_options);
  try {
    CLI11_PARSE(app, count, arguments);
  } catch (const Error& error) {
    fmt::print(stderr, "unspin_audit_set: {}\n                  {}\n", error.what(),
               error.remedy());
    return static_cast<int>(error.code());
  }
  return 0;
}
