// Bytes in: files, pipes and standard input, decompressed on the way.
//
// Compression is recognised by content, never by name: gzip with any number of members, zstd with
// any number of frames, everything else as it is.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "engine/io/error.hpp"

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

  /// Whether read() would have to wait for whoever writes into a pipe.
  virtual bool would_wait() const { return false; }

  /// Bytes taken from the file itself, before decompression: for progress.
  virtual std::uint64_t consumed() const = 0;

  /// Size of the file in bytes; nothing for pipes and the like.
  virtual std::optional<std::uint64_t> total() const = 0;
};

/// Thrown while waiting for input when the waiting was to stop.
class Interrupted : public std::exception {
 public:
  const char* what() const noexcept override { return "interrupted"; }
};

/// Opens a file; "-" is standard input. Once `stop` is set, waiting for a pipe, here or in read(),
/// ends with Interrupted. Waits for its first bytes to recognise compression. Throws
/// Error(unreadable_input) for what is missing, a folder, or not permitted.
std::unique_ptr<ByteSource> open_source(const std::string& path,
                                        const std::atomic<bool>* stop = nullptr);

/// Of a document that has more bytes than it may have.
class TooLarge : public Error {
 public:
  using Error::Error;
};

/// A whole document, decompressed. Throws as open_source() and read() do, and TooLarge when the
/// document has more than `most_bytes` bytes; no more memory than a small multiple of what was
/// read, and of the limit, is ever taken.
std::string read_document(const std::string& path, std::uint64_t most_bytes);

}  // namespace unspin
