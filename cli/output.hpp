// Where a command's data goes: a file that is there whole or not at all, or standard output.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/io/sink.hpp"

namespace unspin {

class Output {
 public:
  /// An empty path is standard output. Throws Error(unwritable_output).
  explicit Output(const std::string& path);

  Sink& sink() { return file_ ? static_cast<Sink&>(*file_) : *standard_; }

  /// Puts everything in its place; of an interrupted run what was done, which is said. Returns the
  /// exit status: done, or interrupted.
  int finish(bool was_stopped);

 private:
  std::unique_ptr<FileSink> file_;
  std::unique_ptr<Sink> standard_;
};

/// Throws Error(usage) if one of the files to be written is one that is read, or is named twice.
/// Empty paths, and what is no file, are passed over.
void refuse_overwriting(const std::vector<std::string>& outputs,
                        const std::vector<std::string>& inputs);

}  // namespace unspin
