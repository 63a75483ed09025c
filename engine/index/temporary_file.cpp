#include "engine/index/temporary_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "engine/io/error.hpp"

namespace unspin {
namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 20;

}  // namespace

TemporaryFile::TemporaryFile(std::string folder) : folder_(std::move(folder)) {
  std::string name = folder_ + "/.unspin-XXXXXX";
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) {
    fail(errno);
  }
  ::unlink(name.c_str());  // at once: it goes when the process goes
}

TemporaryFile::~TemporaryFile() {
  if (mapped_ != nullptr) {
    ::munmap(mapped_, size_);
  }
  ::close(descriptor_);
}

void TemporaryFile::write(std::string_view bytes) {
  size_ += bytes.size();
  if (pending_.size() + bytes.size() < buffer_bytes) {
    pending_ += bytes;
    return;
  }
  write_through(pending_);
  pending_.clear();
  write_through(bytes);
}

void TemporaryFile::write_through(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      fail(errno);
    }
  }
}

std::string_view TemporaryFile::bytes() {
  if (mapped_ == nullptr && size_ > 0) {
    write_through(pending_);
    pending_ = {};
    mapped_ = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, descriptor_, 0);
    if (mapped_ == MAP_FAILED) {
      mapped_ = nullptr;
      fail(errno);
    }
  }
  return {static_cast<const char*>(mapped_), size_};
}

void TemporaryFile::fail(int reason) const {
  throw Error(
      ErrorCode::unwritable_output,
      fmt::format("{}: temporary file: {}", folder_, std::generic_category().message(reason)),
      reason == ENOSPC || reason == EDQUOT
          ? "Make room on the disk, or write to another one."
          : "Check that the folder exists and that you may create files in it.");
}

}  // namespace unspin
