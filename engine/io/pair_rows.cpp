#include "engine/io/pair_rows.hpp"

#include <cstddef>
#include <memory>
#include <utility>

#include "engine/io/byte_source.hpp"

namespace unspin {
namespace {

constexpr std::size_t batch_rows = 4096;
constexpr std::size_t batch_bytes = std::size_t{4} << 20;

}  // namespace

PairRows read_pair_rows(const std::string& path, std::uint64_t most_bytes,
                        const std::function<void(const RowIssue&)>& on_issue,
                        const std::atomic<bool>* stop) {
  const std::unique_ptr<ByteSource> source = open_source(path, stop);
  RecordReader reader(*source, path);
  PairRowParser parser(reader);
  RecordBatch batch;
  PairRow row;
  PairRows read;
  std::uint64_t bytes = 0;
  while (reader.fill(batch, batch_rows, batch_bytes)) {
    for (const Record& record : batch.records) {
      if (stop != nullptr && stop->load(std::memory_order_relaxed)) {
        throw Interrupted();
      }
      if (bytes >= most_bytes) {
        read.is_whole = false;
        return read;
      }
      bytes += record.length;
      const std::optional<RowIssue> issue =
          record.issue ? record.issue : parser.parse(batch.view(record), record.line, row);
      if (issue) {
        ++read.broken;
        on_issue(*issue);
        continue;
      }
      row.extra.clear();
      read.pairs.push_back(std::exchange(row, {}));
    }
  }
  return read;
}

}  // namespace unspin
