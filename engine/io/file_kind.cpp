#include "engine/io/file_kind.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <span>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/text/ascii.hpp"

namespace unspin {
namespace {

constexpr std::size_t looked_at = 512;
constexpr std::size_t packed_bytes = 4096;  // enough to unpack as many

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) {
      ::close(number_);
    }
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

std::string first_bytes(const std::string& path) {
  std::string bytes(looked_at, '\0');
  std::size_t size = 0;
  try {
    const auto source = open_source(path);
    for (std::size_t got = 1; got > 0 && size < bytes.size(); size += got) {
      got = source->read(std::span(bytes).subspan(size));
    }
  } catch (const Error&) {  // what is wrong with it is said by whoever reads it
  }
  bytes.resize(size);
  return bytes;
}

/// What is there of standard input, left where it is: files are read at their place, pipes doubled.
std::string peek_standard_input() {
  std::string bytes(packed_bytes, '\0');
  const off_t at = ::lseek(STDIN_FILENO, 0, SEEK_CUR);
  ssize_t got = -1;
  if (at >= 0) {
    got = ::pread(STDIN_FILENO, bytes.data(), bytes.size(), at);
  } else {
    std::array<int, 2> ends = {-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) == 0) {
      const Descriptor out(ends[0]);
      const Descriptor in(ends[1]);
      got = ::tee(STDIN_FILENO, in.number(), bytes.size(), 0);  // waits for the first bytes
      if (got > 0) {
        got = ::read(out.number(), bytes.data(), static_cast<std::size_t>(got));
      }
    }
  }
  bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return bytes;
}

/// The same, unpacked.
std::string beginning_of_standard_input() {
  std::string packed = peek_standard_input();
  const Descriptor memory(::memfd_create("unspin", MFD_CLOEXEC));
  if (memory.number() < 0 || ::write(memory.number(), packed.data(), packed.size()) !=
                                 static_cast<ssize_t>(packed.size())) {
    return packed;
  }
  return first_bytes(fmt::format("/proc/self/fd/{}", memory.number()));
}

}  // namespace

std::optional<FileKind> kind_of_name(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, FileKind>, 14> kinds = {{
      {".warc", FileKind::warc},
      {".wet", FileKind::warc},
      {".jsonl", FileKind::rows},
      {".ndjson", FileKind::rows},
      {".json", FileKind::rows},
      {".csv", FileKind::rows},
      {".tsv", FileKind::rows},
      {".html", FileKind::html},
      {".htm", FileKind::html},
      {".xhtml", FileKind::html},
      {".txt", FileKind::text},
      {".text", FileKind::text},
      {".md", FileKind::markdown},
      {".markdown", FileKind::markdown},
  }};
  const std::string lowered = lower_ascii(name);
  std::string_view stem = lowered;
  for (const std::string_view compression : {".gz", ".zst"}) {
    if (stem.ends_with(compression)) {
      stem.remove_suffix(compression.size());
      break;
    }
  }
  const auto found =
      std::ranges::find_if(kinds, [stem](const auto& kind) { return stem.ends_with(kind.first); });
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

std::optional<FileKind> kind_of_content(std::string_view beginning) {
  if (beginning.starts_with("WARC/")) {
    return FileKind::warc;
  }
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (beginning.starts_with(mark)) {
    beginning.remove_prefix(mark.size());
  }
  const std::string start = lower_ascii(
      beginning.substr(std::min(beginning.find_first_not_of(" \t\r\n"), beginning.size())));
  if (start.starts_with("<!doctype html") || start.starts_with("<html") ||
      (start.starts_with("<?xml") && start.find("<html") != std::string::npos)) {
    return FileKind::html;
  }
  if (start.starts_with("{\"") || start.starts_with("{ \"")) {
    return FileKind::rows;
  }
  return std::nullopt;
}

std::string beginning_of(const std::string& path) {
  return path == "-" ? beginning_of_standard_input() : first_bytes(path);
}

}  // namespace unspin
