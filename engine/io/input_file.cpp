#include "engine/io/input_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "engine/io/byte_source.hpp"

namespace unspin {
namespace {

constexpr std::size_t buffer_bytes = std::size_t{128} << 10;

Error unreadable(const std::string& path, int reason) {
  const auto error = [&](std::string_view what, std::string remedy) {
    return Error(ErrorCode::unreadable_input, fmt::format("{}: {}", shown_path(path), what),
                 std::move(remedy));
  };
  switch (reason) {
    case ENOENT:
    case ENOTDIR:
      return error("there is no such file", "Check the path; `-` reads standard input.");
    case EISDIR:
      return error("this is a folder", "Name a file in it.");
    case EACCES:
    case EPERM:
      return error("no permission to read it", "Make the file and its folders readable for you.");
    default:
      return error(std::generic_category().message(reason),
                   "Check that the file and the disk it lies on can be read.");
  }
}

}  // namespace

std::string shown_path(const std::string& path) { return path == "-" ? "standard input" : path; }

InputFile::InputFile(std::string path, const std::atomic<bool>* stop)
    : path_(std::move(path)), stop_(stop), buffer_(std::make_unique<char[]>(buffer_bytes)) {
  if (path_ == "-") {
    descriptor_ = STDIN_FILENO;
  } else {
    do {
      descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    } while (descriptor_ < 0 && errno == EINTR);
    if (descriptor_ < 0) {
      throw unreadable(path_, errno);
    }
  }
  struct stat status = {};
  const bool known = ::fstat(descriptor_, &status) == 0;
  if (!known || S_ISDIR(status.st_mode)) {
    const int reason = known ? EISDIR : errno;
    if (descriptor_ != STDIN_FILENO) {
      ::close(descriptor_);
    }
    throw unreadable(path_, reason);
  }
  if (S_ISREG(status.st_mode)) {
    total_ = static_cast<std::uint64_t>(status.st_size);
  }
}

InputFile::~InputFile() {
  if (descriptor_ != STDIN_FILENO) {
    ::close(descriptor_);
  }
}

bool InputFile::more() {
  std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  const std::size_t got = read({buffer_.get() + end_, buffer_bytes - end_});
  end_ += got;
  return got > 0;
}

bool InputFile::would_wait() const {
  if (total_ || begin_ < end_) {
    return false;
  }
  pollfd waiting = {descriptor_, POLLIN, 0};
  return ::poll(&waiting, 1, 0) == 0;
}

/// A signal may come just before the waiting starts, so it also ends by itself, to look at the
/// flag.
void InputFile::wait() const {
  constexpr int look_every_ms = 100;
  pollfd waiting = {descriptor_, POLLIN, 0};
  do {
    if (stop_ != nullptr && stop_->load(std::memory_order_relaxed)) {
      throw Interrupted();
    }
  } while (::poll(&waiting, 1, look_every_ms) <= 0);
}

std::size_t InputFile::read(std::span<char> into) {
  for (;;) {
    if (!total_) {
      wait();
    }
    const ssize_t got = ::read(descriptor_, into.data(), into.size());
    if (got >= 0) {
      consumed_ += static_cast<std::uint64_t>(got);
      return static_cast<std::size_t>(got);
    }
    // EAGAIN: whoever shares our standard input may have made it non-blocking.
    if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
      throw unreadable(path_, errno);
    }
  }
}

std::size_t InputFile::read_at(std::uint64_t offset, std::span<char> into) const {
  std::size_t size = 0;
  while (size < into.size()) {
    const ssize_t got = ::pread(descriptor_, into.data() + size, into.size() - size,
                                static_cast<off_t>(offset + size));
    if (got < 0 && errno != EINTR) {
      throw unreadable(path_, errno);
    }
    if (got == 0) {
      break;
    }
    size += got > 0 ? static_cast<std::size_t>(got) : 0;
  }
  return size;
}

Error InputFile::damage(std::string_view what) const {
  return Error(ErrorCode::unreadable_input,
               fmt::format("{}: {} at byte {}", shown_path(path_), what, offset()),
               "Everything before that place was read. Fetch or compress the file again.");
}

}  // namespace unspin
