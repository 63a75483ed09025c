#include "cli/output.hpp"

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/message.hpp"

namespace unspin {

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
