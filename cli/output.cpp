#include "cli/output.hpp"

#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/message.hpp"
#include "engine/io/error.hpp"

namespace unspin {
namespace {

/// Whether both are one file, be it there or still to be made. Devices may be named twice.
bool is_one_file(const std::string& path, const std::string& other) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (std::filesystem::exists(status)) {
    return std::filesystem::is_regular_file(status) &&
           std::filesystem::equivalent(path, other, error);
  }
  return std::filesystem::weakly_canonical(path, error) ==
         std::filesystem::weakly_canonical(other, error);
}

}  // namespace

void refuse_overwriting(const std::vector<std::string>& outputs,
                        const std::vector<std::string>& inputs) {
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    if (outputs[i].empty()) {
      continue;
    }
    for (const std::string& input : inputs) {
      if (!input.empty() && input != "-" && is_one_file(outputs[i], input)) {
        throw Error(ErrorCode::usage, outputs[i] + " is read, and would be overwritten",
                    "write to another file");
      }
    }
    for (std::size_t other = 0; other < i; ++other) {
      if (!outputs[other].empty() && is_one_file(outputs[i], outputs[other])) {
        throw Error(ErrorCode::usage, outputs[i] + " would be written twice",
                    "name a file for each output");
      }
    }
  }
}

Output::Output(const std::string& path) {
  if (path.empty()) {
    standard_ = standard_output();
  } else {
    file_ = std::make_unique<FileSink>(path);
  }
}

int Output::finish(bool was_stopped) {
  if (was_stopped && file_) {
    message(fmt::format("interrupted; what was done is in {}", file_->keep_partial()));
  } else {
    sink().finish();
  }
  return was_stopped ? exit_interrupted : exit_done;
}

}  // namespace unspin
