// gzip (RFC 1952), of any number of members as `cat a.gz b.gz` and bgzip make them.
#pragma once

#include <memory>
#include <optional>
#include <zlib.h>

#include "engine/io/byte_source.hpp"
#include "engine/io/input_file.hpp"

namespace unspin {

class GzipSource : public ByteSource {
 public:
  /// Throws std::bad_alloc.
  explicit GzipSource(std::unique_ptr<InputFile> file);
  ~GzipSource() override;
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  std::size_t read(std::span<char> into) override;
  bool would_wait() const override { return file_->would_wait(); }
  std::uint64_t consumed() const override { return file_->consumed(); }
  std::optional<std::uint64_t> total() const override { return file_->total(); }

 private:
  std::unique_ptr<InputFile> file_;
  z_stream stream_ = {};
  bool in_member_ = false;
  std::optional<Error> damage_;  // found, but bytes before it are still on their way out
};

}  // namespace unspin
