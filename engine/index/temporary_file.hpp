// Bytes that do not fit in memory, for a while: a file that nobody else sees and that is gone when
// the process is, however it ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace unspin {

/// Written from start to end, then read. For one thread at a time.
class TemporaryFile {
 public:
  /// In this folder. Throws Error(unwritable_output).
  explicit TemporaryFile(std::string folder);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  /// Small pieces are gathered. Throws Error(unwritable_output).
  void write(std::string_view bytes);
  std::uint64_t size() const { return size_; }

  /// All that was written, mapped: valid as long as this is. Nothing may be written afterwards.
  std::string_view bytes();

 private:
  void write_through(std::string_view bytes);
  [[noreturn]] void fail(int reason) const;

  std::string folder_;
  int descriptor_ = -1;
  std::string pending_;
  std::uint64_t size_ = 0;
  void* mapped_ = nullptr;
};

}  // namespace unspin
