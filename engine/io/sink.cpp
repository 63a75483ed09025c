#include "engine/io/sink.hpp"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "engine/io/error.hpp"

namespace unspin {
namespace {

/// Writes to a descriptor it does not own, in large pieces.
class BufferedWriter {
 public:
  explicit BufferedWriter(int descriptor) : descriptor_(descriptor) {}

  /// The errno of the first failure, or 0. After a failure nothing more is written: what follows a
  /// gap is worth nothing.
  int write(std::string_view bytes) {
    if (pending_.size() + bytes.size() < buffer_bytes) {
      pending_ += bytes;
      return 0;
    }
    flush();
    return write_through(bytes);
  }

  int flush() {
    const int failed = write_through(pending_);
    pending_.clear();
    return failed;
  }

 private:
  static constexpr std::size_t buffer_bytes = std::size_t{256} << 10;

  int write_through(std::string_view bytes) {
    while (!bytes.empty() && failed_ == 0) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written >= 0) {
        bytes.remove_prefix(static_cast<std::size_t>(written));
      } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
        // Whoever shares our standard output may have made it non-blocking.
        pollfd waiting = {descriptor_, POLLOUT, 0};
        ::poll(&waiting, 1, -1);
      } else if (errno != EINTR) {
        failed_ = errno;
      }
    }
    return failed_;
  }

  int descriptor_;
  int failed_ = 0;
  std::string pending_;
};

Error unwritable(const std::string& where, int reason, std::string_view aftermath,
                 std::string_view remedy) {
  return Error(ErrorCode::unwritable_output,
               fmt::format("{}: {}{}", where, std::generic_category().message(reason), aftermath),
               std::string(remedy));
}

class StandardOutput : public Sink {
 public:
  void write(std::string_view bytes) override { check(writer_.write(bytes)); }
  void flush() override { check(writer_.flush()); }
  void finish() override { flush(); }

 private:
  static void check(int failed) {
    if (failed == EPIPE) {
      throw ClosedPipe();
    }
    if (failed != 0) {
      throw unwritable("standard output", failed, "",
                       "Make room where it goes, or write to another place.");
    }
  }

  BufferedWriter writer_{STDOUT_FILENO};
};

constexpr std::string_view unfinished = ".unspin-", unfinished_end = ".tmp";

/// Creates a file beside `path` under a name that nothing has, and says which.
int create_beside(const std::filesystem::path& path, std::string& name) {
  static std::atomic<unsigned> counter = 0;
  for (;;) {
    // The name is short whatever the path's is, so that it is never too long for the file system.
    name = path.parent_path() /
           fmt::format("{}{}-{}{}", unfinished, ::getpid(), counter++, unfinished_end);
    const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0 || (errno != EEXIST && errno != EINTR)) {
      return descriptor;
    }
  }
}

/// Makes a rename in the folder of `path` durable. File systems that cannot do so are let be.
void sync_folder(const std::filesystem::path& path) {
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) {
    return;
  }
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

const char* ClosedPipe::what() const noexcept { return "the reader of the output went away"; }

std::unique_ptr<Sink> standard_output() { return std::make_unique<StandardOutput>(); }

/// The file behind a FileSink: a temporary that takes the path's place, or a device or FIFO.
class FileSink::File {
 public:
  explicit File(std::string path) : path_(std::move(path)) {
    struct stat status = {};
    const bool exists = ::stat(path_.c_str(), &status) == 0;
    replaces_ = exists && S_ISREG(status.st_mode);
    if (exists && S_ISDIR(status.st_mode)) {
      fail(EISDIR);
    }
    if (exists && !replaces_) {
      do {
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
      } while (descriptor_ < 0 && errno == EINTR);
    } else {
      std::error_code unresolved;
      target_ = replaces_ ? std::filesystem::canonical(path_, unresolved).string() : path_;
      if (unresolved) {
        fail(unresolved.value());
      }
      descriptor_ = create_beside(target_, temporary_);
    }
    if (descriptor_ < 0) {
      fail(errno);
    }
    if (replaces_) {
      ::fchmod(descriptor_, status.st_mode & 0777);
    }
    writer_.emplace(descriptor_);
  }

  ~File() {
    if (descriptor_ >= 0) {
      ::close(descriptor_);
    }
    if (!temporary_.empty()) {
      ::unlink(temporary_.c_str());
    }
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void write(std::string_view bytes) { check(writer_->write(bytes)); }

  /// Everything out and, but for what is written directly, at path + suffix; returns that name.
  std::string put_at(std::string_view suffix) {
    check(writer_->flush());
    const bool direct = temporary_.empty();
    if (!direct && ::fsync(descriptor_) != 0) {
      fail(errno);
    }
    // Some file systems (NFS) report a full disk only here.
    if (::close(std::exchange(descriptor_, -1)) != 0 && errno != EINTR) {
      fail(errno);
    }
    if (direct) {
      return path_;
    }
    std::string place = target_ + std::string(suffix);
    if (::rename(temporary_.c_str(), place.c_str()) != 0) {
      fail(errno);
    }
    temporary_.clear();
    sync_folder(place);
    return place;
  }

 private:
  void check(int failed) const {
    if (failed == EPIPE) {
      throw ClosedPipe();
    }
    if (failed != 0) {
      fail(failed);
    }
  }

  [[noreturn]] void fail(int reason) const {
    throw unwritable(path_, reason, replaces_ ? "; the file that was there is unchanged" : "",
                     reason == ENOSPC || reason == EDQUOT
                         ? "Make room on the disk, or write to another one."
                         : "Check that the folder exists and that you may create files in it.");
  }

  std::string path_;
  std::string target_;     // path_ with its symbolic links resolved, where it is a regular file
  std::string temporary_;  // empty when there is none
  bool replaces_ = false;  // a regular file is there already
  int descriptor_ = -1;
  std::optional<BufferedWriter> writer_;
};

bool is_unfinished_file(std::string_view name) {
  return name.starts_with(unfinished) && name.ends_with(unfinished_end);
}

FileSink::FileSink(std::string path) : file_(std::make_unique<File>(std::move(path))) {}
FileSink::~FileSink() = default;
void FileSink::write(std::string_view bytes) { file_->write(bytes); }
void FileSink::finish() { file_->put_at(""); }
std::string FileSink::keep_partial() { return file_->put_at(".partial"); }

}  // namespace unspin
