// Files of JSON lines that commands wrote, a line at a time.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace unspin {

/// Calls `take` for each line of a file, without its end; "-" is standard input. `place` names file
/// and line, for messages. Throws Error(unreadable_input), with this remedy, for a line that is
/// none: empty, or longer than 1 GiB.
void for_each_line(
    const std::string& file, const std::string& remedy,
    const std::function<void(std::string_view line, const std::string& place)>& take);

}  // namespace unspin
