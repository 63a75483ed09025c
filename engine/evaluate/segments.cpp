#include "engine/evaluate/segments.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>

#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/io/input_file.hpp"
#include "engine/text/utf8.hpp"
#include "engine/text/white_space.hpp"

namespace unspin {
namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{16} << 30;

/// Takes a line off the beginning of a text.
std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return line;
}

void add_line(std::string_view bytes, SegmentFile& file) {
  RepairedText line = replace_invalid_utf8(std::string(bytes));
  if (line.replaced > 0 && file.repaired_lines++ == 0) {
    file.first_repaired = file.lines.size();
  }
  line.text.resize(strip_end(line.text).size());
  file.lines.push_back(std::move(line.text));
}

}  // namespace

SegmentFile segments_of(std::string name, std::string_view bytes) {
  SegmentFile file{.name = std::move(name), .lines = {}};
  while (!bytes.empty()) {
    add_line(take_line(bytes), file);
  }
  return file;
}

std::vector<SegmentFile> columns_of(const std::string& name, std::string_view bytes,
                                    std::size_t columns) {
  if (columns == 0) {
    columns =
        1 + static_cast<std::size_t>(std::ranges::count(bytes.substr(0, bytes.find('\n')), '\t'));
  }
  std::vector<SegmentFile> files(columns, {.name = name, .lines = {}});
  while (!bytes.empty()) {
    std::string_view line = take_line(bytes);
    for (std::size_t i = 0; i < columns; ++i) {
      const std::size_t tab = i + 1 < columns ? line.find('\t') : line.size();
      if (tab == std::string_view::npos) {
        throw Error(ErrorCode::unreadable_input,
                    fmt::format("{}, line {}: {} columns instead of {}", shown_path(name),
                                files.back().lines.size() + 1, i + 1, columns),
                    "each line needs as many columns as the others, with a tab between them");
      }
      add_line(line.substr(0, tab), files[i]);
      line.remove_prefix(std::min(line.size(), tab + 1));
    }
  }
  return files;
}

SegmentFile read_segments(const std::string& path) {
  return segments_of(path, read_document(path, most_bytes));
}

std::vector<SegmentFile> read_columns(const std::string& path, std::size_t columns) {
  return columns_of(path, read_document(path, most_bytes), columns);
}

void expect_equal_lengths(const Segments& segments) {
  if (segments.systems.empty() || segments.references.empty()) {
    throw Error(ErrorCode::usage, "there is nothing to compare",
                "an evaluation needs a system and a reference");
  }
  const SegmentFile& first = segments.references.front();
  if (first.lines.empty()) {
    throw Error(ErrorCode::unreadable_input, shown_path(first.name) + " is empty",
                "a reference has a segment on each line");
  }
  const auto expect_like_first = [&first](const SegmentFile& file) {
    if (file.lines.size() != first.lines.size()) {
      throw Error(ErrorCode::unreadable_input,
                  fmt::format("{} has {} lines, {} has {}", shown_path(file.name),
                              file.lines.size(), shown_path(first.name), first.lines.size()),
                  "the n-th line of every file must be the n-th segment");
    }
  };
  for (const SegmentFile& file : segments.references) {
    expect_like_first(file);
  }
  for (const SegmentFile& file : segments.systems) {
    expect_like_first(file);
  }
  if (segments.source) {
    expect_like_first(*segments.source);
  }
}

}  // namespace unspin
