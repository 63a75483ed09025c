#include "engine/io/byte_source.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "engine/io/gzip_source.hpp"
#include "engine/io/input_file.hpp"
#include "engine/io/zstd_source.hpp"

namespace unspin {
namespace {

class PlainSource : public ByteSource {
 public:
  explicit PlainSource(std::unique_ptr<InputFile> file) : file_(std::move(file)) {}

  bool would_wait() const override { return file_->would_wait(); }

  std::size_t read(std::span<char> into) override {
    const std::string_view ahead = file_->ahead().substr(0, into.size());
    if (ahead.empty()) {
      return file_->read(into);
    }
    std::memcpy(into.data(), ahead.data(), ahead.size());
    file_->drop(ahead.size());
    return ahead.size();
  }
  std::uint64_t consumed() const override { return file_->consumed(); }
  std::optional<std::uint64_t> total() const override { return file_->total(); }

 private:
  std::unique_ptr<InputFile> file_;
};

constexpr std::string_view gzip_magic = "\x1f\x8b";
constexpr std::string_view zstd_magic = "\x28\xb5\x2f\xfd";
constexpr std::string_view skippable_magic = "\x50\x2a\x4d\x18";  // of 16, up to 5f 2a 4d 18

/// Whether the common beginning of both is the same; an empty one agrees with everything.
bool agrees(std::string_view bytes, std::string_view magic) {
  const std::size_t shared = std::min(bytes.size(), magic.size());
  return bytes.substr(0, shared) == magic.substr(0, shared);
}

bool begins_with_zstd(std::string_view bytes) {
  if (agrees(bytes, zstd_magic)) {
    return true;
  }
  return (static_cast<unsigned char>(bytes.front()) & 0xF0) == 0x50 &&
         agrees(bytes.substr(1), skippable_magic.substr(1));
}

}  // namespace

std::unique_ptr<ByteSource> open_source(const std::string& path, const std::atomic<bool>* stop) {
  auto file = std::make_unique<InputFile>(path, stop);
  // A pipe may give its first bytes one by one; wait for another only while it would decide.
  while (file->ahead().size() < zstd_magic.size() &&
         (file->ahead().empty() || agrees(file->ahead(), gzip_magic) ||
          begins_with_zstd(file->ahead())) &&
         file->more()) {
  }
  const std::string_view ahead = file->ahead();
  if (ahead.size() >= gzip_magic.size() && agrees(ahead, gzip_magic)) {
    return std::make_unique<GzipSource>(std::move(file));
  }
  if (ahead.size() >= zstd_magic.size() && begins_with_zstd(ahead)) {
    return std::make_unique<ZstdSource>(std::move(file));
  }
  return std::make_unique<PlainSource>(std::move(file));
}

std::string read_document(const std::string& path, std::uint64_t most_bytes) {
  const auto source = open_source(path);
  std::string document;
  std::size_t size = 0;
  for (;;) {
    if (size == document.size()) {
      constexpr std::size_t first_piece = std::size_t{64} << 10;
      // One byte beyond the limit is enough to know that there is more.
      const std::uint64_t grown = std::max(first_piece, 2 * size);
      document.resize(grown <= most_bytes ? grown : most_bytes + 1);
    }
    const std::size_t got = source->read(std::span(document).subspan(size));
    size += got;
    if (got == 0) {
      break;
    }
    if (size > most_bytes) {
      throw TooLarge(ErrorCode::unreadable_input,
                     fmt::format("{}: more than the limit of {} bytes for a document",
                                 shown_path(path), most_bytes),
                     "Raise the limit, or cut the document into smaller ones.");
    }
  }
  document.resize(size);
  return document;
}

}  // namespace unspin
