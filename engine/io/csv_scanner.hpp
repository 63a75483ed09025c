// Where a csv record ends (RFC 4180), and where its quotes go wrong.
//
// One forgotten quote swallows everything up to the next quote, so a record that goes wrong is
// given up and the reading starts again at its second line. Done naively that is quadratic: each of
// many lines with odd quotes would be followed to the end of the file. But what a quoted field does
// next does not depend on where it began. All line breaks that a failed scan crossed lie in quoted
// fields, so a later scan that crosses one of them inside quotes must do as the first one did, and
// leaps to where that one failed. Every byte is thus seen by at most two scans.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace unspin {

class CsvScanner {
 public:
  /// A place in the input.
  struct Place {
    std::uint64_t offset = 0;
    std::uint64_t line = 0;        ///< 1-based
    std::uint64_t line_start = 0;  ///< offset at which that line starts
    std::uint64_t column() const { return offset - line_start + 1; }
  };

  enum class Outcome {
    complete,          ///< at() is the end of the record: its \n, or the end of the input
    more,              ///< the bytes do not decide; scan() again with more of them
    unclosed_quote,    ///< the input ended inside the field that quote() opened
    text_after_quote,  ///< at() is a closing quote that neither a comma nor a line end follows
  };

  /// A record starts at `offset` of the input, in the given line.
  void start(std::uint64_t offset, std::uint64_t line);

  /// Looks at the bytes from the record's start on, going on where the last call stopped. `whole`:
  /// the input ends behind them.
  Outcome scan(std::string_view bytes, bool whole);

  /// To be called when the record is given up, whatever for: later scans learn from it.
  void give_up();

  const Place& at() const { return at_; }
  const Place& quote() const { return quote_; }
  bool in_quotes() const { return state_ == State::quoted; }

 private:
  enum class State { field_start, unquoted, quoted };

  void cross(std::string_view quoted);
  Outcome scan_quoted(std::string_view bytes, bool whole);

  State state_ = State::field_start;
  std::uint64_t begin_ = 0;
  Place at_;
  Place quote_;  // the last that opened a field

  Place failed_at_;  // of the given-up scan that went furthest, inside quotes
  Place failed_quote_;
};

}  // namespace unspin
