#include "engine/run/journal.hpp"

#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"

namespace unspin {
namespace {

constexpr std::size_t buffer_bytes = std::size_t{256} << 10;
constexpr std::uint64_t most_checkpoint_bytes = std::uint64_t{16} << 20;

std::string checkpoint_of(const std::string& path) { return path + ".checkpoint"; }

/// A checkpoint is a line with the size of the journal, then the state.
struct Checkpoint {
  std::uint64_t size = 0;
  std::string state;
};

std::optional<Checkpoint> read_checkpoint(const std::string& path) {
  const std::string file = checkpoint_of(path);
  if (!std::filesystem::exists(file)) {
    return std::nullopt;
  }
  const std::string text = read_document(file, most_checkpoint_bytes);
  Checkpoint checkpoint;
  const auto [end, failure] =
      std::from_chars(text.data(), text.data() + text.size(), checkpoint.size);
  if (failure != std::errc() || end == text.data() + text.size() || *end != '\n') {
    throw Error(ErrorCode::unreadable_input, file + ": this is no checkpoint",
                "Remove the file to begin anew.");
  }
  checkpoint.state = text.substr(static_cast<std::size_t>(end + 1 - text.data()));
  return checkpoint;
}

}  // namespace

std::optional<std::string> Journal::last_checkpoint(const std::string& path) {
  std::optional<Checkpoint> checkpoint = read_checkpoint(path);
  return checkpoint ? std::optional(std::move(checkpoint->state)) : std::nullopt;
}

Journal::Journal(std::string path, bool resume) : path_(std::move(path)) {
  const std::optional<Checkpoint> checkpoint = resume ? read_checkpoint(path_) : std::nullopt;
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  struct stat status = {};
  if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) {
    fail(errno);
  }
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    ::close(std::exchange(descriptor_, -1));
    throw Error(ErrorCode::unwritable_output, path_ + ": another run is writing this file",
                "Wait for it to end, or name another place for what this one finds.");
  }
  if (!resume) {
    std::error_code is_not_there;
    std::filesystem::remove(checkpoint_of(path_), is_not_there);
  }
  size_ = checkpoint ? checkpoint->size : 0;
  if (static_cast<std::uint64_t>(status.st_size) < size_) {
    ::close(std::exchange(descriptor_, -1));
    throw Error(ErrorCode::unreadable_input, path_ + ": shorter than its checkpoint says",
                "Remove the file to begin anew.");
  }
  if (::ftruncate(descriptor_, static_cast<off_t>(size_)) != 0 ||
      ::lseek(descriptor_, 0, SEEK_END) < 0) {
    fail(errno);
  }
}

Journal::~Journal() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

void Journal::fail(int reason) const {
  throw Error(ErrorCode::unwritable_output,
              fmt::format("{}: {}; what was done up to the last checkpoint is kept", path_,
                          std::generic_category().message(reason)),
              "Make room, then run the same command with --resume.");
}

void Journal::write(std::string_view bytes) {
  pending_ += bytes;
  if (pending_.size() >= buffer_bytes) {
    flush();
  }
}

void Journal::flush() {
  std::string_view left = pending_;
  while (!left.empty()) {
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written >= 0) {
      left.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      fail(errno);
    }
  }
  size_ += pending_.size();
  pending_.clear();
}

void Journal::checkpoint(std::string_view state) {
  flush();
  if (::fdatasync(descriptor_) != 0) {
    fail(errno);
  }
  FileSink sink(checkpoint_of(path_));
  sink.write(fmt::format("{}\n", size_));
  sink.write(state);
  sink.finish();
}

void Journal::remove() {
  std::error_code is_not_there;
  std::filesystem::remove(checkpoint_of(path_), is_not_there);
  std::filesystem::remove(path_, is_not_there);
}

}  // namespace unspin
