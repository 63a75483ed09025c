#include "engine/report/label_lines.hpp"

#include <algorithm>

#include "engine/report/printable.hpp"
#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

/// Its beginning and its end, with … between them.
std::string without_middle(std::string_view text, std::size_t columns) {
  if (columns_of(text) <= columns) {
    return std::string(text);
  }
  const std::size_t most_at_end = (columns - 1) / 2;
  std::size_t end = 0;
  while (columns_of(text.substr(end)) > most_at_end) {
    next_code_point(text, end);
  }
  return shortened(text, columns - columns_of(text.substr(end))).append(text.substr(end));
}

}  // namespace

std::vector<std::string> label_lines(std::string_view name, std::size_t columns) {
  const std::string shown = printable(name);
  std::vector<std::string> lines(1);
  for (std::string_view rest = shown; !rest.empty();) {
    const std::size_t mark = rest.find_first_of(":,");
    const std::string_view part = mark == rest.npos ? rest : rest.substr(0, mark + 1);
    rest.remove_prefix(part.size());
    if (!lines.back().empty() && columns_of(lines.back()) + columns_of(part) > columns) {
      lines.emplace_back();
    }
    lines.back() += without_middle(part, columns);
  }
  return lines;
}

}  // namespace unspin
