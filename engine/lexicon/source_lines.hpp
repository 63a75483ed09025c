// The lines of a resource's text file, and what is said when one is not as it should be.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>

#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/io/read_ahead.hpp"
#include "engine/text/utf8.hpp"

namespace unspin {

/// A file, plain, gzip or zstd, line by line.
class SourceLines {
 public:
  /// Throws Error(unreadable_input).
  explicit SourceLines(const std::string& path)
      : path_(path), source_(open_source(path)), ahead_(*source_) {}

  /// Moves to the next line; false at the end. Throws Error(unreadable_input).
  bool next() {
    ahead_.drop(used_);
    used_ = 0;
    std::size_t searched = 0;
    std::size_t end = 0;
    while ((end = ahead_.bytes().find('\n', searched)) == std::string_view::npos) {
      searched = ahead_.bytes().size();
      if (ahead_.more()) {
        continue;
      }
      ahead_.rethrow();
      if (searched == 0) {
        return false;
      }
      end = searched;
      break;
    }
    line_ = ahead_.bytes().substr(0, end);
    used_ = std::min(end + 1, ahead_.bytes().size());
    if (line_.ends_with('\r')) {
      line_.remove_suffix(1);
    }
    ++number_;
    return true;
  }

  /// Without its line end; valid until next().
  std::string_view line() const { return line_; }
  std::uint64_t number() const { return number_; }  ///< of line(); the first is 1

  [[noreturn]] void refuse(std::string_view why) const {
    throw Error(ErrorCode::unreadable_input,
                path_ + ": line " + std::to_string(number_) + ": " + std::string(why),
                "Check that it is the file that was meant, or fetch it again.");
  }

  /// Throws Error unless line() is UTF-8.
  void require_utf8() const {
    if (first_invalid_utf8(line_)) {
      refuse("not UTF-8");
    }
  }

 private:
  std::string path_;
  std::unique_ptr<ByteSource> source_;
  ReadAhead ahead_;
  std::size_t used_ = 0;  // bytes of line() and its end
  std::string_view line_;
  std::uint64_t number_ = 0;
};

/// Whether all of `text` is a number, which goes to `number`; as std::from_chars reads it.
template <class Number, class... Base>
bool to_number(std::string_view text, Number& number, Base... base) {
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, base...);
  return !text.empty() && error == std::errc() && end == text.data() + text.size();
}

/// Cuts off and returns what stands before the next `separator`, which goes too; all, if none does.
inline std::string_view cut_field(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

}  // namespace unspin
