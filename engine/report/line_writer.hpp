// Lines for a terminal: tones, columns, and words that wrap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace unspin {

enum class Tone : std::uint8_t {
  plain,
  faint,
  strong,
  underlined,
  from,         ///< what the original had
  to,           ///< what stands there now
  strong_from,  ///< a swap that a spinner makes
  strong_to,
  bad,
  warning,
  good,
};

/// Appends to a string. Counts columns, and writes blanks only before something else: no line ends
/// in them. Texts must be printable (printable.hpp).
class LineWriter {
 public:
  LineWriter(std::size_t width, bool colour, std::string& out)
      : width_(width), colour_(colour), out_(out) {}

  std::size_t width() const { return width_; }
  bool has_colour() const { return colour_; }
  std::size_t column() const { return column_; }

  void put(std::string_view text, Tone tone = Tone::plain);
  void skip(std::size_t columns) {
    blanks_ += columns;
    column_ += columns;
  }
  void pad_to(std::size_t column) {
    if (column_ < column) {
      skip(column - column_);
    }
  }
  void end_line() {
    out_ += '\n';
    column_ = 0;
    blanks_ = 0;
  }
  /// An empty line, unless the last one is.
  void end_section() {
    if (!out_.ends_with("\n\n")) {
      end_line();
    }
  }

  /// The end of a list: how many more entries there are, if any, and an empty line.
  void end_list(std::size_t more);

  /// The text's words from here on, further lines indented, and the end of the last line.
  void wrapped(std::string_view text, std::size_t indent, Tone tone = Tone::plain);

 private:
  std::size_t width_;
  bool colour_;
  std::string& out_;
  std::size_t column_ = 0;
  std::size_t blanks_ = 0;  // owed before the next text
};

}  // namespace unspin
