#include "engine/evaluate/input_wording.hpp"

#include <fmt/format.h>

namespace unspin {

std::string in_lines(std::size_t count) {
  return fmt::format("{} {}", count, count == 1 ? "line" : "lines");
}

std::string excerpt(std::string_view line) {
  constexpr std::size_t most_bytes = 60;
  if (line.size() <= most_bytes) {
    return fmt::format("“{}”", line);
  }
  std::size_t end = most_bytes;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) {
    --end;
  }
  return fmt::format("“{}…”", line.substr(0, end));
}

}  // namespace unspin
