#include "engine/io/gzip_source.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <new>
#include <utility>

namespace unspin {

GzipSource::GzipSource(std::unique_ptr<InputFile> file) : file_(std::move(file)) {
  constexpr int gzip_only = 16;
  if (inflateInit2(&stream_, MAX_WBITS + gzip_only) != Z_OK) {
    throw std::bad_alloc();
  }
}

GzipSource::~GzipSource() { inflateEnd(&stream_); }

std::size_t GzipSource::read(std::span<char> into) {
  const auto room = static_cast<uInt>(std::min(into.size(), std::size_t{1} << 30));
  while (!damage_) {
    if (!in_member_) {
      // Tapes and block devices pad with zeros behind the last member.
      while (!file_->ahead().empty() && file_->ahead().front() == '\0') {
        file_->drop(1);
      }
      if (file_->ahead().empty()) {
        if (!file_->more()) {
          return 0;
        }
        continue;
      }
      in_member_ = true;
    }
    const std::string_view ahead = file_->ahead();
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(ahead.data()));
    stream_.avail_in = static_cast<uInt>(ahead.size());
    stream_.next_out = reinterpret_cast<Bytef*>(into.data());
    stream_.avail_out = room;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    file_->drop(ahead.size() - stream_.avail_in);
    const std::size_t produced = room - stream_.avail_out;
    if (status == Z_STREAM_END) {
      in_member_ = false;
      inflateReset(&stream_);
    } else if (status == Z_MEM_ERROR) {
      throw std::bad_alloc();
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      damage_ = file_->damage(fmt::format("damaged gzip data ({})",
                                          stream_.msg != nullptr ? stream_.msg : "no gzip header"));
    }
    if (produced > 0) {
      return produced;
    }
    // Only now, when nothing is left to give, is it right to wait for more.
    if (in_member_ && !damage_ && file_->ahead().empty() && !file_->more()) {
      damage_ = file_->damage("the gzip data ends too early,");
    }
  }
  throw *damage_;
}

}  // namespace unspin
