// zstd (RFC 8878), of any number of frames, skippable ones among them as pzstd writes them.
#pragma once

#include <memory>
#include <optional>
#include <zstd.h>

#include "engine/io/byte_source.hpp"
#include "engine/io/input_file.hpp"

namespace unspin {

class ZstdSource : public ByteSource {
 public:
  /// Throws std::bad_alloc.
  explicit ZstdSource(std::unique_ptr<InputFile> file);

  std::size_t read(std::span<char> into) override;
  bool would_wait() const override { return file_->would_wait(); }
  std::uint64_t consumed() const override { return file_->consumed(); }
  std::optional<std::uint64_t> total() const override { return file_->total(); }

 private:
  struct FreeStream {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };

  std::unique_ptr<InputFile> file_;
  std::unique_ptr<ZSTD_DStream, FreeStream> stream_;
  std::size_t wanted_ = 0;  // how much input zstd would like next
  bool in_frame_ = false;
  std::optional<Error> damage_;  // found, but bytes before it are still on their way out
};

}  // namespace unspin
