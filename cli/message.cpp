#include "cli/message.hpp"

#include <cstdio>
#include <fmt/format.h>

#include "engine/report/printable.hpp"

namespace unspin {

void message(std::string_view what, std::string_view remedy) {
  fmt::print(stderr, "unspin: {}\n", printable(what));
  if (!remedy.empty()) {
    fmt::print(stderr, "        {}\n", printable(remedy));
  }
}

}  // namespace unspin
