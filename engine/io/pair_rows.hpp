// The pairs of a stream in memory, for who goes over the same ones again and again.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/io/pair_row.hpp"
#include "engine/io/records.hpp"

namespace unspin {

struct PairRows {
  std::vector<PairRow> pairs;  ///< without the fields that are passed through
  std::uint64_t broken = 0;
  bool is_whole = true;  ///< else there are more rows than were read
};

/// Reads a file as `unspin score --pairs` does, "-" being standard input, until about `most_bytes`
/// bytes of rows have been read. A broken row goes to `on_issue` and the rest is read. Throws
/// Error(unreadable_input) if the file cannot be read, Interrupted once `stop` is set.
PairRows read_pair_rows(const std::string& path, std::uint64_t most_bytes,
                        const std::function<void(const RowIssue&)>& on_issue,
                        const std::atomic<bool>* stop = nullptr);

}  // namespace unspin
