// Bytes kept in large pages of memory.
//
// A file mapped from the disk lies in pages of 4 KiB. Whoever reads a few bytes here and there in
// gigabytes then waits for the address translation more than for the bytes; in pages of 2 MiB
// look-ups in an index take half of the time.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace unspin {

/// A copy of bytes, in large pages where the system grants them (Linux: transparent huge pages that
/// may be asked for), else in ordinary ones.
class LargePageBytes {
 public:
  LargePageBytes() = default;

  /// Copies `bytes` and puts `padding` zero bytes behind them. Throws std::bad_alloc.
  explicit LargePageBytes(std::string_view bytes, std::size_t padding = 0);

  /// Without the padding; valid as long as the object, wherever it is moved.
  std::string_view bytes() const { return {memory_.get(), size_}; }

 private:
  struct Free {
    void operator()(char* memory) const;
  };
  std::unique_ptr<char, Free> memory_;
  std::size_t size_ = 0;
};

}  // namespace unspin
