// More postings than memory holds, sorted by key: sorted runs go to a temporary file and are merged
// from there. The order is total, so it does not depend on how the postings came to be in runs.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "engine/index/posting_buckets.hpp"
#include "engine/index/temporary_file.hpp"

namespace unspin {

/// A place of one key; ascending by hash, document, position.
struct PostingRecord {
  std::uint64_t hash = 0;
  Posting posting;
  auto operator<=>(const PostingRecord&) const = default;
};
static_assert(sizeof(PostingRecord) == 16, "no padding");

class PostingRuns {
 public:
  /// The temporary file is in this folder. Throws Error(unwritable_output).
  explicit PostingRuns(std::string folder) : file_(std::move(folder)) {}

  /// Sorts the records, writes them and leaves `records` empty. May be called by several threads at
  /// once. Throws Error(unwritable_output).
  void add(std::vector<PostingRecord>& records);

  std::uint64_t size() const { return file_.size() / sizeof(PostingRecord); }

  /// Calls take(record) for each record of all runs, ascending. Logarithmic in the runs, a record.
  template <class Take>
  void merge(Take&& take) {
    begin_merge();
    while (!cursors_.empty()) {
      take(*cursors_.front().at);
      step();
    }
  }

 private:
  struct Cursor {
    const PostingRecord* at;
    const PostingRecord* end;
  };

  void begin_merge();
  void step();
  void sink(std::size_t parent);

  std::mutex mutex_;
  TemporaryFile file_;
  std::vector<std::uint64_t> ends_;  // of the runs, in records
  std::vector<Cursor> cursors_;      // a heap, the smallest record first
};

}  // namespace unspin
