#include "cli/terminal.hpp"

#include <algorithm>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace unspin {

TerminalStyle terminal_style(bool to_standard_output, bool show_all, Colours colours) {
  TerminalStyle style{.show_all = show_all};
  const bool is_terminal = to_standard_output && isatty(STDOUT_FILENO) == 1;
  const bool is_paged = to_standard_output && !is_terminal && colours == Colours::always;
  const char* no_colour = std::getenv("NO_COLOR");
  style.colour = colours == Colours::always || (colours == Colours::on_terminal && is_terminal &&
                                                (no_colour == nullptr || *no_colour == '\0'));
  winsize size{};
  if ((is_terminal || is_paged) &&
      ioctl(is_paged ? STDERR_FILENO : STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
      size.ws_col >= 40) {
    style.width = std::min<std::size_t>(size.ws_col, 120);
  }
  return style;
}

}  // namespace unspin
