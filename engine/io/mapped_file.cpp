#include "engine/io/mapped_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "engine/io/error.hpp"

namespace unspin {
namespace {

/// Closes the file at the end; the mapping does not need it.
struct Descriptor {
  int number = -1;
  explicit Descriptor(int opened) : number(opened) {}
  ~Descriptor() {
    if (number >= 0) {
      ::close(number);
    }
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
};

[[noreturn]] void fail(const std::string& path, const std::string& why) {
  throw Error(ErrorCode::unreadable_input, fmt::format("{}: {}", path, why),
              "Check the path and that you may read the file.");
}

[[noreturn]] void fail(const std::string& path, int reason) {
  fail(path, std::generic_category().message(reason));
}

}  // namespace

MappedFile::MappedFile(const std::string& path) {
  // A pipe would make open() wait for its writer, hence O_NONBLOCK; regular files ignore it.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status = {};
  if (file.number < 0 || ::fstat(file.number, &status) != 0) {
    fail(path, errno);
  }
  if (S_ISDIR(status.st_mode)) {
    fail(path, EISDIR);
  }
  if (!S_ISREG(status.st_mode)) {
    fail(path, "not a regular file");
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) {
    return;  // mmap() refuses to map nothing
  }
  void* start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number, 0);
  if (start == MAP_FAILED) {
    fail(path, errno);
  }
  bytes_ = {static_cast<const std::byte*>(start), size};
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) {
    ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
  }
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

}  // namespace unspin
