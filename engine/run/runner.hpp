// The parallel runner: rows in, the same rows scored out, in order.
//
// Records are read in batches of bounded size and cut into fixed blocks, which all threads work off
// while the next batch is read; the blocks' outputs are written in the order of the input. A row is
// scored by one thread from its own bytes alone, so the output is the same for any number of
// threads, and memory is two batches whatever the length of the input.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/io/records.hpp"
#include "engine/io/sink.hpp"
#include "engine/run/progress.hpp"
#include "engine/score/evidence.hpp"

namespace unspin {

/// What became of one row.
struct RowOutcome {
  std::optional<RowIssue> issue = {};  ///< a broken row
  std::optional<Label> label = {};     ///< the verdict, if one was asked for
};

/// Scores rows; each thread has one of its own.
class RowWorker {
 public:
  virtual ~RowWorker() = default;
  /// Appends the row's output. The record may carry an issue instead of bytes.
  virtual RowOutcome process(const RecordBatch& batch, const Record& record, std::string& out) = 0;
};

struct RunSummary {
  std::uint64_t rows = 0;  ///< broken ones included
  std::uint64_t broken = 0;
  std::array<std::uint64_t, label_names.size()> labels{};
  bool was_stopped = false;         ///< by the flag; a whole number of rows, in order, is done
  std::optional<Error> read_error;  ///< the input ended here; all rows before it are done
};

struct RunOptions {
  int threads = 1;
  const std::atomic<bool>* stop = nullptr;  ///< set: stop before the next row of each thread
  std::function<void(const RunProgress&)> on_progress = {};  ///< after each batch
  std::function<void(const RowIssue&)> on_issue = {};        ///< for each broken row, in order
};

/// Reads all records of `reader`, which reads from `source`, and writes what the workers make of
/// them to `sink` (without finishing it). Throws what the sink throws, and what a worker throws: of
/// several, that of the earliest block.
RunSummary run(RecordReader& reader, const ByteSource& source, Sink& sink,
               const std::function<std::unique_ptr<RowWorker>()>& make_worker,
               const RunOptions& options);

}  // namespace unspin
