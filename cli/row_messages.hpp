// What a person is told about broken rows of a stream.
#pragma once

#include <cstdint>
#include <string>

#include "cli/progress.hpp"
#include "engine/io/records.hpp"

namespace unspin {

/// On standard error, and no more of them than a person reads.
class IssuePrinter {
 public:
  /// `name` is the stream's. `progress` is wiped before anything is said, and must outlive this.
  IssuePrinter(std::string name, Progress& progress);

  void print(const RowIssue& issue);

 private:
  std::string name_;
  Progress& progress_;
  std::uint64_t count_ = 0;
};

}  // namespace unspin
