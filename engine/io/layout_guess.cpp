#include "engine/io/layout_guess.hpp"

#include <string>

#include "engine/text/ascii.hpp"

namespace unspin {

std::optional<Layout> layout_of_name(std::string_view name) {
  const std::string lower = lower_ascii(name);
  std::string_view stem = lower;
  for (const std::string_view compression : {".gz", ".zst"}) {
    if (stem.ends_with(compression)) {
      stem.remove_suffix(compression.size());
      break;
    }
  }
  if (stem.ends_with(".jsonl") || stem.ends_with(".ndjson") || stem.ends_with(".json")) {
    return Layout::jsonl;
  }
  if (stem.ends_with(".tsv")) {
    return Layout::tsv;
  }
  if (stem.ends_with(".csv")) {
    return Layout::csv;
  }
  return std::nullopt;
}

Layout layout_of_content(std::string_view first_line) {
  const std::size_t first = first_line.find_first_not_of(" \t\r\n");
  // An empty input has no header either: no rows, and nothing wrong with that.
  if (first == std::string_view::npos || first_line[first] == '{') {
    return Layout::jsonl;
  }
  return first_line.find('\t') != std::string_view::npos ? Layout::tsv : Layout::csv;
}

}  // namespace unspin
