#include "tests/fuzz/input.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>

namespace unspin::fuzz {
namespace {

void need(bool worked, const char* what) {
  if (!worked) {
    throw std::system_error(errno, std::generic_category(), what);
  }
}

std::string path_of(int descriptor) { return "/proc/self/fd/" + std::to_string(descriptor); }

}  // namespace

MemoryFile::MemoryFile(std::string_view bytes)
    : descriptor_(::memfd_create("input", MFD_CLOEXEC)), path_(path_of(descriptor_)) {
  need(descriptor_ >= 0, "memfd_create");
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    need(written > 0, "write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

MemoryFile::~MemoryFile() { ::close(descriptor_); }

PipeOfPieces::PipeOfPieces(std::string_view bytes) {
  std::array<int, 2> ends = {-1, -1};
  // O_DIRECT: what one write() puts in, one read() takes out.
  need(::pipe2(ends.data(), O_CLOEXEC | O_DIRECT | O_NONBLOCK) == 0, "pipe2");
  constexpr std::size_t most_pieces = 256;
  constexpr std::size_t page = 4096;
  need(::fcntl(ends[1], F_SETPIPE_SZ, most_pieces * page) >= 0, "F_SETPIPE_SZ");
  const std::size_t piece = bytes.size() / most_pieces + 1;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
    need(::write(ends[1], bytes.data(), std::min(piece, bytes.size())) > 0, "write");
  }
  ::close(ends[1]);
  descriptor_ = ends[0];
  path_ = path_of(descriptor_);
}

PipeOfPieces::~PipeOfPieces() { ::close(descriptor_); }

}  // namespace unspin::fuzz
