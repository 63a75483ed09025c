// Messages to a person, on standard error.
#pragma once

#include <string_view>

namespace unspin {

/// "unspin: WHAT", and REMEDY below it unless it is empty. Neither can steer the terminal.
void message(std::string_view what, std::string_view remedy = {});

}  // namespace unspin
