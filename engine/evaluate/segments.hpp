// The files of an evaluation, line by line: what systems wrote, what references say, and what both
// were made from.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unspin {

/// One file: a segment a line, as well-formed UTF-8 without white space at its end.
struct SegmentFile {
  std::string name;  ///< how reports call it: its path as given
  std::vector<std::string> lines;
  std::size_t repaired_lines = 0;  ///< in which invalid UTF-8 became U+FFFD
  std::size_t first_repaired = 0;  ///< the place of the first of them
};

/// The files that are compared. The n-th line of each belongs to the n-th segment.
struct Segments {
  std::vector<SegmentFile> systems;
  std::vector<SegmentFile> references;
  std::optional<SegmentFile> source = {};  ///< without one the first reference stands in

  /// Of the first system; 0 without any.
  std::size_t count() const { return systems.empty() ? 0 : systems.front().lines.size(); }
};

/// Cuts a text at \n. A last line without an end counts, an empty one behind the last end does not.
SegmentFile segments_of(std::string name, std::string_view bytes);

/// Cuts each line further, at its first `columns` − 1 tabs, into as many files of the same name; 0
/// columns: as many as the first line has. Throws Error(unreadable_input) at a line that has fewer.
std::vector<SegmentFile> columns_of(const std::string& name, std::string_view bytes,
                                    std::size_t columns);

/// The segments of a file; "-" is standard input. Throws Error(unreadable_input).
SegmentFile read_segments(const std::string& path);
/// Its columns, likewise.
std::vector<SegmentFile> read_columns(const std::string& path, std::size_t columns);

/// Throws Error(unreadable_input) unless there are a system, a reference and a segment, and as many
/// lines in every file.
void expect_equal_lengths(const Segments& segments);

}  // namespace unspin
