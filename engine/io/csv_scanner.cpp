#include "engine/io/csv_scanner.hpp"

#include <algorithm>

namespace unspin {

void CsvScanner::start(std::uint64_t offset, std::uint64_t line) {
  state_ = State::field_start;
  begin_ = offset;
  at_ = {.offset = offset, .line = line, .line_start = offset};
}

CsvScanner::Outcome CsvScanner::scan(std::string_view bytes, bool whole) {
  std::size_t line_end = 0;  // searched for once a line, not once a field
  for (;;) {
    const std::size_t at = at_.offset - begin_;
    if (state_ == State::quoted) {
      const std::uint64_t before = at_.offset;
      const Outcome outcome = scan_quoted(bytes, whole);
      if (outcome != Outcome::more || at_.offset == before) {
        return outcome;
      }
      continue;
    }
    if (at < bytes.size() && state_ == State::field_start && bytes[at] == '"') {
      quote_ = at_;
      ++at_.offset;
      state_ = State::quoted;
      continue;
    }
    if (line_end <= at) {
      line_end = std::min(bytes.find('\n', at), bytes.size());
    }
    const std::size_t comma = bytes.substr(0, line_end).find(',', at);
    if (comma != std::string_view::npos) {
      at_.offset = begin_ + comma + 1;
      state_ = State::field_start;
      continue;
    }
    if (line_end > at) {
      state_ = State::unquoted;
    }
    at_.offset = begin_ + line_end;
    if (line_end < bytes.size() || whole) {
      return Outcome::complete;
    }
    return Outcome::more;
  }
}

/// One step inside a quoted field: to its end, over a doubled quote, or as far as can be seen.
/// `more` without progress means that it takes more bytes.
CsvScanner::Outcome CsvScanner::scan_quoted(std::string_view bytes, bool whole) {
  const std::size_t at = at_.offset - begin_;
  const std::size_t quote = std::min(bytes.find('"', at), bytes.size());
  const std::string_view inside = bytes.substr(at, quote - at);
  if (at_.offset < failed_at_.offset) {
    const std::size_t line_end = inside.find('\n');
    if (line_end != std::string_view::npos) {
      if (failed_quote_.offset > at_.offset + line_end) {
        quote_ = failed_quote_;
      }
      at_ = failed_at_;
      return Outcome::more;
    }
  }
  cross(inside);
  if (quote == bytes.size()) {
    return whole ? Outcome::unclosed_quote : Outcome::more;
  }

  const std::string_view behind = bytes.substr(quote + 1);
  if (!whole && (behind.empty() || behind == "\r")) {
    return Outcome::more;
  }
  if (behind.starts_with('"')) {
    at_.offset += 2;
    return Outcome::more;
  }
  if (behind.empty() || behind == "\r" || behind.front() == ',' || behind.front() == '\n' ||
      behind.starts_with("\r\n")) {
    state_ = State::unquoted;
    ++at_.offset;
    return Outcome::more;
  }
  return Outcome::text_after_quote;
}

void CsvScanner::cross(std::string_view quoted) {
  // Most quoted fields lie on one line, and find() is much faster than rfind() and count().
  if (quoted.find('\n') != std::string_view::npos) {
    at_.line += static_cast<std::uint64_t>(std::count(quoted.begin(), quoted.end(), '\n'));
    at_.line_start = at_.offset + quoted.rfind('\n') + 1;
  }
  at_.offset += quoted.size();
}

void CsvScanner::give_up() {
  if (state_ != State::quoted || at_.offset <= failed_at_.offset) {
    return;
  }
  failed_at_ = at_;
  failed_quote_ = quote_;
}

}  // namespace unspin
