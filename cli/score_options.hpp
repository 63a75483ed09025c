// What `unspin score` was asked to do.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cli/judge_options.hpp"
#include "engine/score/evidence.hpp"
#include "engine/score/results.hpp"

namespace unspin {

struct ScoreOptions {
  std::string source, rewrite;  ///< of one pair
  std::string pairs;            ///< or the file of a stream
  std::vector<std::string> metrics;
  std::string format;    ///< empty: text for one pair, jsonl for a stream
  std::string output;    ///< empty: standard output
  std::string lexicon;   ///< as for open_lexicon
  std::string glossary;  ///< a file, or empty: none
  JudgeOptions judge;
  int threads = 0;  ///< 0: all cores
  std::vector<std::string> fail_on;
  bool with_verdict = false;
  bool details = false;
  bool show_all = false;
  std::uint64_t edit_cells = Limits{}.edit_cells;
  std::uint64_t most_document_bytes = std::uint64_t{64} << 20;
  std::uint64_t most_line_bytes = RecordReader::default_most_record_bytes;

  std::vector<Selected> selection() const;
  /// The glossary to use; null for none.
  std::shared_ptr<const Glossary> open_glossary() const;
  /// Whether --fail-on names this label.
  bool fails_on(Label label) const;
};

/// Scores two files. Returns the exit status.
int score_one_pair(const ScoreOptions& options);

/// Scores a stream of pairs. Returns the exit status.
int score_stream(const ScoreOptions& options);

}  // namespace unspin
