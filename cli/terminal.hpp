// What a person's terminal can show.
#pragma once

#include "engine/report/terminal_report.hpp"

namespace unspin {

/// Width and colours of standard output; those of no terminal if the output goes to a file, or
/// standard output is none. NO_COLOR is heeded.
TerminalStyle terminal_style(bool to_standard_output, bool show_all);

}  // namespace unspin
