#include "engine/io/zstd_source.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <new>
#include <utility>

namespace unspin {

ZstdSource::ZstdSource(std::unique_ptr<InputFile> file)
    : file_(std::move(file)), stream_(ZSTD_createDStream()) {
  if (!stream_) {
    throw std::bad_alloc();
  }
  wanted_ = ZSTD_initDStream(stream_.get());
}

std::size_t ZstdSource::read(std::span<char> into) {
  while (!damage_) {
    if (!in_frame_ && file_->ahead().empty() && !file_->more()) {
      return 0;
    }
    // Up to the end of a block and no further: on an error zstd forgets what the same call has put
    // out before it. What it wants counts the header of the next block in.
    constexpr std::size_t block_header = 3;
    const std::size_t up_to_end = wanted_ > block_header ? wanted_ - block_header : wanted_;
    const std::string_view ahead = file_->ahead().substr(0, up_to_end);
    ZSTD_inBuffer in = {ahead.data(), ahead.size(), 0};
    ZSTD_outBuffer out = {into.data(), into.size(), 0};
    const std::size_t result = ZSTD_decompressStream(stream_.get(), &out, &in);
    file_->drop(in.pos);
    if (ZSTD_isError(result) != 0) {
      damage_ = file_->damage(fmt::format("damaged zstd data ({})", ZSTD_getErrorName(result)));
    } else if (result == 0) {
      in_frame_ = false;
      wanted_ = ZSTD_initDStream(stream_.get());
    } else {
      in_frame_ = true;
      wanted_ = result;
    }
    if (out.pos > 0) {
      return out.pos;
    }
    // Only now, when nothing is left to give, is it right to wait for more.
    if (in_frame_ && !damage_ && file_->ahead().empty() && !file_->more()) {
      damage_ = file_->damage("the zstd data ends too early,");
    }
  }
  throw *damage_;
}

}  // namespace unspin
