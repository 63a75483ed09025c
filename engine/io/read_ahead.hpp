// The bytes of a source between what was read and what was used, for readers that look for ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string_view>
#include <vector>

#include "engine/io/byte_source.hpp"

namespace unspin {

class ReadAhead {
 public:
  explicit ReadAhead(ByteSource& source) : source_(source) {}

  /// What was read and not dropped; valid until the next more().
  std::string_view bytes() const { return {buffer_.data() + begin_, end_ - begin_}; }

  /// Where bytes() starts in the stream.
  std::uint64_t offset() const { return offset_; }

  void drop(std::size_t bytes) {
    begin_ += bytes;
    offset_ += bytes;
  }

  /// Reads what is there behind bytes(); false at the end of the stream or of what can be read.
  /// Amortised linear in the bytes read.
  bool more();

  /// Whether there is no whole line, and more() would wait.
  bool would_wait() const {
    return !ended_ && bytes().find('\n') == std::string_view::npos && source_.would_wait();
  }

  bool ended() const { return ended_; }

  /// Whether the end is an error of the source, and throwing it: when all bytes before it are used.
  bool failed() const { return error_ != nullptr; }
  void rethrow() const {
    if (error_) {
      std::rethrow_exception(error_);
    }
  }

 private:
  ByteSource& source_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t offset_ = 0;
  bool ended_ = false;
  std::exception_ptr error_;
};

}  // namespace unspin
