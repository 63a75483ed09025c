// What `unspin score` was asked to do.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/one_pair.hpp"
#include "engine/io/records.hpp"
#include "engine/score/results.hpp"

namespace unspin {

struct ScoreOptions : PairOptions {
  std::string pairs;  ///< the file of a stream, instead of two texts; its format is jsonl
  std::vector<std::string> metrics;
  int threads = 0;  ///< 0: all cores
  bool with_verdict = false;
  bool details = false;
  bool show_all = false;
  std::uint64_t most_line_bytes = RecordReader::default_most_record_bytes;

  std::vector<Selected> selection() const;
};

/// Scores two files. Returns the exit status.
int score_one_pair(const ScoreOptions& options);

/// Scores a stream of pairs. Returns the exit status.
int score_stream(const ScoreOptions& options);

}  // namespace unspin
