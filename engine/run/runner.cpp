#include "engine/run/runner.hpp"

#include <algorithm>
#include <exception>
#include <utility>
#include <vector>

#include "engine/run/pipeline.hpp"

namespace unspin {
namespace {

constexpr std::size_t batch_records = 4096;
constexpr std::size_t batch_bytes = std::size_t{4} << 20;
constexpr std::size_t block_records = 64;
constexpr std::size_t block_bytes = std::size_t{64} << 10;

struct Block {
  std::size_t first = 0, last = 0;  // records [first, last) of the batch
  std::string out;
  std::vector<RowOutcome> outcomes;
  std::exception_ptr error;
  bool is_cut = false;  // stopped before its last record
};

/// A batch, its blocks and their outputs. Two of them take turns.
struct Batch {
  RecordBatch records;
  std::vector<Block> blocks;
  std::size_t block_count = 0;

  /// By number and bytes of records, never by the number of threads.
  void cut() {
    block_count = 0;
    std::size_t first = 0;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < records.records.size(); ++i) {
      bytes += records.records[i].length;
      const bool is_last = i + 1 == records.records.size();
      if (!is_last && i + 1 - first < block_records && bytes < block_bytes) {
        continue;
      }
      if (blocks.size() == block_count) {
        blocks.emplace_back();
      }
      Block& block = blocks[block_count++];
      block.first = first;
      block.last = i + 1;
      first = i + 1;
      bytes = 0;
    }
  }
};

void work(const RecordBatch& records, Block& block, RowWorker& worker,
          const std::atomic<bool>* stop) {
  block.out.clear();
  block.outcomes.clear();
  block.error = nullptr;
  block.is_cut = false;
  try {
    for (std::size_t i = block.first; i < block.last; ++i) {
      if (stop != nullptr && stop->load(std::memory_order_relaxed)) {
        block.is_cut = true;
        return;
      }
      block.outcomes.push_back(worker.process(records, records.records[i], block.out));
    }
  } catch (...) {  // must not leave the parallel region
    block.error = std::current_exception();
  }
}

class Run {
 public:
  Run(RecordReader& reader, const ByteSource& source, Sink& sink, const RunOptions& options)
      : reader_(reader), source_(source), sink_(sink), options_(options) {}

  RunSummary go(const std::function<std::unique_ptr<RowWorker>()>& make_worker) {
    const int threads = std::max(1, options_.threads);
    for (int i = 0; i < threads; ++i) {
      workers_.push_back(make_worker());
    }
    Pipeline<Batch, Run>(*this, threads).run();
    return std::move(summary_);
  }

  // The steps of the pipeline.

  std::size_t blocks(const Batch& batch) const { return batch.block_count; }

  void work(Batch& batch, std::size_t block, std::size_t thread) {
    unspin::work(batch.records, batch.blocks[block], *workers_[thread], options_.stop);
  }

  bool would_wait() const { return reader_.would_wait(); }
  void flush() { sink_.flush(); }

  bool read(Batch& batch) {
    if (options_.stop != nullptr && options_.stop->load(std::memory_order_relaxed)) {
      summary_.was_stopped = true;
      return false;
    }
    try {
      if (!reader_.fill(batch.records, batch_records, batch_bytes)) {
        return false;
      }
    } catch (const Error& error) {
      summary_.read_error = error;
      return false;
    } catch (const Interrupted&) {
      summary_.was_stopped = true;
      return false;
    }
    batch.cut();
    return true;
  }

  bool write(const Batch& batch) {
    for (std::size_t b = 0; b < batch.block_count && !is_cut_; ++b) {
      write(batch.blocks[b]);
    }
    if (options_.on_progress) {
      options_.on_progress({summary_.rows, summary_.broken, source_.consumed(), source_.total()});
    }
    return !summary_.was_stopped;
  }

 private:
  void write(const Block& block) {
    if (block.error) {
      std::rethrow_exception(block.error);
    }
    sink_.write(block.out);
    is_cut_ = block.is_cut;  // what later blocks did would leave a gap
    summary_.was_stopped = summary_.was_stopped || is_cut_;
    for (const RowOutcome& outcome : block.outcomes) {
      ++summary_.rows;
      if (outcome.label) {
        ++summary_.labels[static_cast<std::size_t>(*outcome.label)];
      }
      if (!outcome.issue) {
        continue;
      }
      ++summary_.broken;
      if (options_.on_issue) {
        options_.on_issue(*outcome.issue);
      }
    }
  }

  RecordReader& reader_;
  const ByteSource& source_;
  Sink& sink_;
  const RunOptions& options_;
  std::vector<std::unique_ptr<RowWorker>> workers_;
  RunSummary summary_;
  bool is_cut_ = false;
};

}  // namespace

RunSummary run(RecordReader& reader, const ByteSource& source, Sink& sink,
               const std::function<std::unique_ptr<RowWorker>()>& make_worker,
               const RunOptions& options) {
  return Run(reader, source, sink, options).go(make_worker);
}

}  // namespace unspin
