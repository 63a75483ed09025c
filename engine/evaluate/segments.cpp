#include "engine/evaluate/segments.hpp"

#include <cstdint>
#include <fmt/format.h>

#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/text/utf8.hpp"
#include "engine/text/white_space.hpp"

namespace unspin {
namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{16} << 30;

/// A line's pieces, as many as asked for; fewer if it has not enough tabs.
std::vector<std::string_view> columns_of(std::string_view line, std::size_t columns) {
  std::vector<std::string_view> pieces;
  while (pieces.size() + 1 < columns) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) {
      break;
    }
    pieces.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  pieces.push_back(line);
  return pieces;
}

}  // namespace

SegmentFile segments_of(std::string name, std::string_view bytes) {
  SegmentFile file{.name = std::move(name), .lines = {}};
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    RepairedText line = replace_invalid_utf8(std::string(bytes.substr(0, end)));
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    file.repaired_lines += line.replaced > 0 ? 1 : 0;
    line.text.resize(strip_end(line.text).size());
    file.lines.push_back(std::move(line.text));
  }
  return file;
}

SegmentFile read_segments(const std::string& path) {
  return segments_of(path, read_document(path, most_bytes));
}

std::vector<SegmentFile> split_columns(const SegmentFile& file, std::size_t columns) {
  std::vector<SegmentFile> files(columns, {.name = file.name, .lines = {}});
  for (const std::string& line : file.lines) {
    const std::vector<std::string_view> pieces = columns_of(line, columns);
    if (pieces.size() != columns) {
      throw Error(ErrorCode::unreadable_input,
                  fmt::format("{}, line {}: {} columns instead of {}", file.name,
                              files.front().lines.size() + 1, pieces.size(), columns),
                  "each line needs as many columns as the others, with a tab between them");
    }
    for (std::size_t i = 0; i < columns; ++i) {
      files[i].lines.emplace_back(strip_end(pieces[i]));
    }
  }
  return files;
}

void expect_equal_lengths(const Segments& segments) {
  if (segments.systems.empty() || segments.references.empty()) {
    throw Error(ErrorCode::usage, "there is nothing to compare",
                "an evaluation needs a system and a reference");
  }
  const SegmentFile& first = segments.references.front();
  if (first.lines.empty()) {
    throw Error(ErrorCode::unreadable_input, first.name + " is empty",
                "a reference has a segment on each line");
  }
  const auto expect_like_first = [&first](const SegmentFile& file) {
    if (file.lines.size() != first.lines.size()) {
      throw Error(ErrorCode::unreadable_input,
                  fmt::format("{} has {} lines, {} has {}", file.name, file.lines.size(),
                              first.name, first.lines.size()),
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
