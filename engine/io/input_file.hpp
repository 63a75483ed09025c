// An open file and the bytes read ahead from it: what every byte source stands on.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/io/error.hpp"

namespace unspin {

/// How messages name an input.
std::string shown_path(const std::string& path);

class InputFile {
 public:
  /// "-" is standard input. Throws Error(unreadable_input). `stop`, once set, ends waiting with
  /// Interrupted.
  explicit InputFile(std::string path, const std::atomic<bool>* stop = nullptr);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  /// Bytes that were read and not dropped; valid until the next more().
  std::string_view ahead() const { return {buffer_.get() + begin_, end_ - begin_}; }
  void drop(std::size_t bytes) { begin_ += bytes; }

  /// Reads what is there behind ahead(), which must be shorter than 128 KiB; false at the end.
  bool more();

  /// Past ahead(), which must be empty, straight into `into`; 0 at the end.
  std::size_t read(std::span<char> into);

  /// From anywhere in a regular file, which changes nothing else; less than asked for at its end.
  std::size_t read_at(std::uint64_t offset, std::span<char> into) const;

  /// Whether nothing is ahead and reading would have to wait.
  bool would_wait() const;

  std::uint64_t consumed() const { return consumed_; }
  std::uint64_t offset() const { return consumed_ - (end_ - begin_); }  ///< of ahead() in the file
  std::optional<std::uint64_t> total() const { return total_; }

  /// The Error for compressed data that cannot be read on from offset(); `what` says why.
  Error damage(std::string_view what) const;

 private:
  void wait() const;

  std::string path_;
  const std::atomic<bool>* stop_;
  int descriptor_ = -1;
  std::uint64_t consumed_ = 0;
  std::optional<std::uint64_t> total_;
  std::unique_ptr<char[]> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace unspin
