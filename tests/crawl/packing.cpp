#include "tests/crawl/packing.hpp"

#include <ostream>
#include <stdexcept>
#include <zlib.h>
#include <zstd.h>

namespace unspin::testing {
namespace {

/// deflate() with a gzip header, all at once or piece by piece.
class GzipStream {
 public:
  explicit GzipStream(int level) {
    constexpr int gzip = 16;
    if (deflateInit2(&stream_, level, Z_DEFLATED, MAX_WBITS + gzip, 8, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
      throw std::runtime_error("deflateInit2 failed");
    }
  }
  ~GzipStream() { deflateEnd(&stream_); }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  std::string pack(std::string_view bytes, int flush) {
    std::string packed;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      char piece[1 << 16];
      stream_.next_out = reinterpret_cast<Bytef*>(piece);
      stream_.avail_out = sizeof piece;
      deflate(&stream_, flush);
      packed.append(piece, sizeof piece - stream_.avail_out);
    } while (stream_.avail_out == 0);
    if (flush == Z_FINISH) {
      deflateReset(&stream_);
    }
    return packed;
  }

 private:
  z_stream stream_ = {};
};

class ZstdStream {
 public:
  ZstdStream() : stream_(ZSTD_createCStream(), ZSTD_freeCStream) {
    ZSTD_CCtx_setParameter(stream_.get(), ZSTD_c_checksumFlag, 1);
  }

  std::string pack(std::string_view bytes, ZSTD_EndDirective end) {
    std::string packed;
    ZSTD_inBuffer in = {bytes.data(), bytes.size(), 0};
    std::size_t left = 0;
    do {
      char piece[1 << 16];
      ZSTD_outBuffer out = {piece, sizeof piece, 0};
      left = ZSTD_compressStream2(stream_.get(), &out, &in, end);
      if (ZSTD_isError(left) != 0) {
        throw std::runtime_error(ZSTD_getErrorName(left));
      }
      packed.append(piece, out.pos);
    } while (in.pos < in.size || (end == ZSTD_e_end && left > 0));
    return packed;
  }

 private:
  std::unique_ptr<ZSTD_CStream, std::size_t (*)(ZSTD_CStream*)> stream_;
};

class CountingWriter : public PackedWriter {
 public:
  explicit CountingWriter(std::ostream& out) : out_(out) {}
  std::uint64_t offset() const override { return written_; }
  void write_raw(std::string_view bytes) override {
    out_ << bytes;
    written_ += bytes.size();
  }

 private:
  std::ostream& out_;
  std::uint64_t written_ = 0;
};

class PlainWriter : public CountingWriter {
 public:
  using CountingWriter::CountingWriter;
  void write(std::string_view record) override { write_raw(record); }
};

class GzipWriter : public CountingWriter {
 public:
  using CountingWriter::CountingWriter;
  void write(std::string_view record) override { write_raw(stream_.pack(record, Z_FINISH)); }

 private:
  GzipStream stream_{6};
};

class ZstdWriter : public CountingWriter {
 public:
  using CountingWriter::CountingWriter;
  void write(std::string_view record) override { write_raw(stream_.pack(record, ZSTD_e_end)); }

 private:
  ZstdStream stream_;
};

class GzipAsOneWriter : public CountingWriter {
 public:
  using CountingWriter::CountingWriter;
  std::uint64_t offset() const override { return 0; }
  void write(std::string_view record) override { write_raw(stream_.pack(record, Z_NO_FLUSH)); }
  void finish() override { write_raw(stream_.pack({}, Z_FINISH)); }

 private:
  GzipStream stream_{6};
};

class ZstdAsOneWriter : public CountingWriter {
 public:
  using CountingWriter::CountingWriter;
  std::uint64_t offset() const override { return 0; }
  void write(std::string_view record) override { write_raw(stream_.pack(record, ZSTD_e_continue)); }
  void finish() override { write_raw(stream_.pack({}, ZSTD_e_end)); }

 private:
  ZstdStream stream_;
};

class GzipBlocksWriter : public CountingWriter {
 public:
  using CountingWriter::CountingWriter;
  void write(std::string_view record) override {
    constexpr std::size_t block = 60'000;
    waiting_ += record;
    while (waiting_.size() >= block) {
      write_raw(stream_.pack(std::string_view(waiting_).substr(0, block), Z_FINISH));
      waiting_.erase(0, block);
    }
  }
  void finish() override {
    write_raw(stream_.pack(waiting_, Z_FINISH));
    write_raw(stream_.pack({}, Z_FINISH));  // as bgzip marks the end
  }

 private:
  GzipStream stream_{6};
  std::string waiting_;
};

}  // namespace

std::string gzip_member(std::string_view bytes, int level) {
  return GzipStream(level).pack(bytes, Z_FINISH);
}

std::string zstd_frame(std::string_view bytes) { return ZstdStream().pack(bytes, ZSTD_e_end); }

std::unique_ptr<PackedWriter> make_packed_writer(Packing packing, std::ostream& out) {
  switch (packing) {
    case Packing::plain:
      return std::make_unique<PlainWriter>(out);
    case Packing::gzip:
      return std::make_unique<GzipWriter>(out);
    case Packing::gzip_as_one:
      return std::make_unique<GzipAsOneWriter>(out);
    case Packing::gzip_blocks:
      return std::make_unique<GzipBlocksWriter>(out);
    case Packing::zstd:
      return std::make_unique<ZstdWriter>(out);
    case Packing::zstd_as_one:
      return std::make_unique<ZstdAsOneWriter>(out);
  }
  throw std::logic_error("no such packing");
}

}  // namespace unspin::testing
