// What a person's terminal can show.
#pragma once

#include <cstdint>

#include "engine/report/terminal_title.hpp"

namespace unspin {

/// When to write colours. `always` means that a pager shows them.
enum class Colours : std::uint8_t { on_terminal, always, never };

/// Width and colours of standard output; those of no terminal if the output goes to a file, or
/// standard output is none. On a terminal NO_COLOR is heeded. Of a pager the width is that of the
/// terminal that messages go to.
TerminalStyle terminal_style(bool to_standard_output, bool show_all,
                             Colours colours = Colours::on_terminal);

}  // namespace unspin
