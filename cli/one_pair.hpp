// Two files, read and judged: what `unspin score SOURCE REWRITE` and `unspin explain` share.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/judge_options.hpp"
#include "engine/report/terminal_report.hpp"
#include "engine/score/results.hpp"

namespace unspin {

struct PairOptions {
  std::string source, rewrite;  ///< files; - for standard input
  std::string lexicon;          ///< as for open_lexicon
  std::string glossary;         ///< a file, or empty: none
  JudgeOptions judge;
  std::string format;  ///< empty: text
  std::string output;  ///< empty: standard output
  std::string html;    ///< a page beside it, or empty: none
  std::vector<std::string> fail_on;
  std::uint64_t edit_cells = Limits{}.edit_cells;
  std::uint64_t most_document_bytes = std::uint64_t{64} << 20;

  /// The glossary to use; null for none.
  std::shared_ptr<const Glossary> open_glossary() const;
  /// Whether --fail-on names this label.
  bool fails_on(Label label) const;
};

/// Declares SOURCE and REWRITE, and all of the above but the format.
void add_pair_options(CLI::App& command, PairOptions& options);

/// Throws Error(usage), which says what the command needs, unless there are two texts. Standard
/// input may be one of them.
void expect_two_texts(const PairOptions& options, std::string_view command,
                      std::string_view needed);

/// Reads two files as the options say and judges them, with scores, factors and all evidence. Holds
/// what reports refer to.
class OnePair {
 public:
  /// Throws Error if a file, the lexicon, the glossary or the model cannot be read.
  OnePair(const PairOptions& options, std::vector<Selected> selected);
  OnePair(const OnePair&) = delete;
  OnePair& operator=(const OnePair&) = delete;

  const PairResult& result() const { return result_; }
  const TerminalTitle& title() const { return title_; }

 private:
  std::vector<Selected> selected_;
  std::vector<RowIssue> issues_;
  std::string source_, rewrite_;
  std::string source_name_, rewrite_name_;
  std::shared_ptr<const Lexicon> lexicon_;
  std::shared_ptr<const Glossary> glossary_;
  PreparedPair pair_;
  std::vector<Score> scores_;
  Judgement judgement_;
  std::string signature_, id_;
  PairResult result_;
  TerminalTitle title_;
};

/// Writes the report to where the options say, and the page if they ask for one; each all or
/// nothing, and no report if the page cannot be written. Returns the exit status.
int write_report(const PairOptions& options, const OnePair& pair, std::string_view report);

}  // namespace unspin
