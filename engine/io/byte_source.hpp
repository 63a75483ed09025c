// Bytes in: files, pipes and standard input, decompressed on the way.
//
// Compression is recognised by content, never by name: gzip with any number of members, zstd with
// any number of frames, everything else as it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace unspin {

/// A stream of bytes. For one thread at a time.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// Fills the beginning of `into` (not empty) with what is there, waiting only when there is
  /// nothing, and returns how many bytes that are; 0 at the end. Throws Error(unreadable_input)
  /// with the path and, for damaged or truncated compressed data, the byte offset in the file:
  /// everything before the damage has been returned by then.
  virtual std::size_t read(std::span<char> into) = 0;

  /// Bytes taken from the file itself, before decompression: for progress.
  virtual std::uint64_t consumed() const = 0;

  /// Size of the file in bytes; nothing for pipes and the like.
  virtual std::optional<std::uint64_t> total() const = 0;
};

/// Opens a file; "-" is standard input. Waits for its first bytes to recognise compression. Throws
/// Error(unreadable_input) for what is missing, a folder, or not permitted.
std::unique_ptr<ByteSource> open_source(const std::string& path);

/// A whole document, decompressed. Throws as open_source() and read() do, and when the document has
/// more than `most_bytes` bytes; no more memory than a small multiple of what was read, and of the
/// limit, is ever taken.
std::string read_document(const std::string& path, std::uint64_t most_bytes);

}  // namespace unspin
