// A line on a terminal that says how far a long run is.
#pragma once

#include <chrono>
#include <string_view>

#include "engine/run/progress.hpp"

namespace unspin {

/// Writes to standard error, and only if that is a terminal; at most five times a second.
class Progress {
 public:
  /// `things` are what is counted: "rows".
  explicit Progress(std::string_view things);
  /// `more` is added to the line: ", 3 found".
  void show(const RunProgress& progress, std::string_view more = {});
  /// Wipes the line, so that something else can be printed.
  void clear();
  bool is_terminal() const { return is_terminal_; }

 private:
  using Clock = std::chrono::steady_clock;
  std::string_view things_;
  bool is_terminal_;
  bool is_drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_{};
};

}  // namespace unspin
