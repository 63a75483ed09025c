#include "cli/progress.hpp"

#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace unspin {
namespace {

constexpr std::chrono::milliseconds between_draws{200};

std::string duration(double seconds) {
  const auto whole = std::lround(seconds);
  if (whole < 60) {
    return fmt::format("{} s", whole);
  }
  if (whole < 3600) {
    return fmt::format("{}:{:02} min", whole / 60, whole % 60);
  }
  return fmt::format("{}:{:02} h", whole / 3600, whole / 60 % 60);
}

}  // namespace

Progress::Progress(std::string_view things)
    : things_(things), is_terminal_(isatty(STDERR_FILENO) == 1) {}

void Progress::show(const RunProgress& progress, std::string_view more) {
  const auto now = Clock::now();
  if (!is_terminal_ || now - last_ < between_draws) {
    return;
  }
  last_ = now;
  is_drawn_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double rate = static_cast<double>(progress.done) / seconds;
  std::string line = fmt::format("{} {}, {:.0f} a second", progress.done, things_, rate);
  if (progress.broken > 0) {
    line += fmt::format(", {} broken", progress.broken);
  }
  if (progress.total && *progress.total > 0 && progress.consumed > 0) {
    const double done =
        static_cast<double>(progress.consumed) / static_cast<double>(*progress.total);
    line += fmt::format(", {:.0f}%, {} left", 100 * done, duration(seconds / done - seconds));
  }
  fmt::print(stderr, "\r\x1b[K{}{}", line, more);
  std::fflush(stderr);
}

void Progress::clear() {
  if (!is_drawn_) {
    return;
  }
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  is_drawn_ = false;
}

}  // namespace unspin
