#include "engine/io/read_ahead.hpp"

#include <algorithm>
#include <cstring>

#include "engine/io/error.hpp"

namespace unspin {

bool ReadAhead::more() {
  if (ended_) {
    return false;
  }
  // Small at first: most files are.
  constexpr std::size_t first_room = std::size_t{16} << 10;
  constexpr std::size_t most_room = std::size_t{256} << 10;
  const std::size_t least_room = std::clamp(end_, first_room, most_room);
  // Bytes move to the front only when at least as many were dropped: each is moved for one of
  // those.
  if (begin_ > 0 && begin_ >= end_ - begin_ && buffer_.size() - end_ < least_room) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() - end_ < least_room) {
    buffer_.resize(std::max(2 * buffer_.size(), end_ + least_room));
  }
  try {
    const std::size_t got = source_.read(std::span(buffer_).subspan(end_));
    end_ += got;
    ended_ = got == 0;
  } catch (const Error&) {
    error_ = std::current_exception();
    ended_ = true;
  }
  return !ended_;
}

}  // namespace unspin
