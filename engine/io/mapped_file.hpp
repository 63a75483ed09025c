// A file mapped into memory, to read only: shared by all who map it, there without being copied.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace unspin {

/// The mapping belongs to the file that was there when it was opened. Who writes a new file and
/// renames it over this one changes nothing here; who shortens the file in place ends the process
/// (SIGBUS), so write such files with FileSink.
class MappedFile {
 public:
  MappedFile() = default;

  /// Maps all of a regular file; pages come in as they are touched. Throws Error(unreadable_input)
  /// with the path for what is missing, a folder, a device or a pipe, or not permitted.
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;

  /// At an address that is a multiple of the page size; empty for an empty file.
  std::span<const std::byte> bytes() const { return bytes_; }

 private:
  std::span<const std::byte> bytes_;
};

}  // namespace unspin
