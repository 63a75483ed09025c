#include "cli/interrupt.hpp"

#include <csignal>

namespace unspin {
namespace {

std::atomic<bool> stop_asked{false};

void ask_to_stop(int) {
  stop_asked = true;
  std::signal(SIGINT, SIG_DFL);
}

}  // namespace

const std::atomic<bool>& stop_on_interrupt() {
  std::signal(SIGINT, ask_to_stop);
  return stop_asked;
}

}  // namespace unspin
