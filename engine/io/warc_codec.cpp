#include "engine/io/warc_codec.hpp"

#include <algorithm>
#include <isa-l/igzip_lib.h>
#include <new>
#include <zstd.h>

namespace unspin {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

/// Whether the common beginning of both is the same.
bool agrees(std::string_view bytes, std::string_view magic) {
  const std::size_t shared = std::min(bytes.size(), magic.size());
  return bytes.substr(0, shared) == magic.substr(0, shared);
}

class GzipCodec : public WarcCodec {
 public:
  GzipCodec() : state_(std::make_unique<inflate_state>()) {
    isal_inflate_init(state_.get());
    state_->crc_flag = ISAL_GZIP;
  }

  const char* unit() const override { return "gzip member"; }

  bool begins(std::string_view bytes) const override { return agrees(bytes, "\x1f\x8b"); }

  std::size_t find(std::string_view bytes) const override {
    constexpr std::string_view magic = "\x1f\x8b\x08";
    constexpr std::size_t header = 10;
    for (std::size_t at = bytes.find(magic); at != std::string_view::npos;
         at = bytes.find(magic, at + 1)) {
      if (at + header > bytes.size()) {
        return std::string_view::npos;
      }
      const unsigned reserved_flags = byte_at(bytes, at + 3) & 0xe0;
      const unsigned effort = byte_at(bytes, at + 8);
      const unsigned system = byte_at(bytes, at + 9);
      if (reserved_flags == 0 && (effort == 0 || effort == 2 || effort == 4) &&
          (system <= 13 || system == 255)) {
        return at;
      }
    }
    return std::string_view::npos;
  }

  void restart() override {
    isal_inflate_reset(state_.get());
    state_->crc_flag = ISAL_GZIP;
  }

  Step decode(std::string_view in, std::span<char> out) override {
    constexpr std::size_t most_at_once = std::size_t{1} << 30;
    const auto given = static_cast<std::uint32_t>(std::min(in.size(), most_at_once));
    const auto room = static_cast<std::uint32_t>(std::min(out.size(), most_at_once));
    state_->next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(in.data()));
    state_->avail_in = given;
    state_->next_out = reinterpret_cast<std::uint8_t*>(out.data());
    state_->avail_out = room;
    const int status = isal_inflate(state_.get());
    Step step = {.taken = given - state_->avail_in,
                 .given = room - state_->avail_out,
                 .ended = status == ISAL_DECOMP_OK && state_->block_state == ISAL_BLOCK_FINISH};
    if (status < 0) {
      step.damage = words_for(status);
    }
    return step;
  }

 private:
  static const char* words_for(int status) {
    switch (status) {
      case ISAL_INVALID_WRAPPER:
        return "its header is none of gzip";
      case ISAL_UNSUPPORTED_METHOD:
        return "its method is not deflate";
      case ISAL_INCORRECT_CHECKSUM:
        return "its checksum is wrong";
      default:
        return "its deflate data is invalid";
    }
  }

  std::unique_ptr<inflate_state> state_;
};

class ZstdCodec : public WarcCodec {
 public:
  explicit ZstdCodec(std::string_view dictionary) : stream_(ZSTD_createDStream()) {
    if (!stream_ || ZSTD_isError(ZSTD_DCtx_loadDictionary(stream_.get(), dictionary.data(),
                                                          dictionary.size())) != 0) {
      throw std::bad_alloc();
    }
  }

  const char* unit() const override { return "zstd frame"; }

  bool begins(std::string_view bytes) const override { return agrees(bytes, magic); }

  std::size_t find(std::string_view bytes) const override {
    for (std::size_t at = bytes.find(magic); at != std::string_view::npos;
         at = bytes.find(magic, at + 1)) {
      if (at + magic.size() == bytes.size()) {
        return std::string_view::npos;
      }
      constexpr unsigned reserved_bit = 0x08;
      if ((byte_at(bytes, at + magic.size()) & reserved_bit) == 0) {
        return at;
      }
    }
    return std::string_view::npos;
  }

  void restart() override {
    // Keeps the dictionary, which ZSTD_initDStream() would forget.
    ZSTD_DCtx_reset(stream_.get(), ZSTD_reset_session_only);
    wanted_ = magic.size() + 1;
  }

  Step decode(std::string_view in, std::span<char> out) override {
    // Up to the end of a block and no further: on an error zstd forgets what the same call has put
    // out before it. What it wants counts the header of the next block in.
    constexpr std::size_t block_header = 3;
    const std::size_t up_to_end = wanted_ > block_header ? wanted_ - block_header : wanted_;
    ZSTD_inBuffer from = {in.data(), std::min(in.size(), up_to_end), 0};
    ZSTD_outBuffer to = {out.data(), out.size(), 0};
    wanted_ = ZSTD_decompressStream(stream_.get(), &to, &from);
    Step step = {.taken = from.pos, .given = to.pos, .ended = wanted_ == 0};
    if (ZSTD_isError(wanted_) != 0) {
      step.damage = ZSTD_getErrorName(wanted_);
    }
    return step;
  }

 private:
  static constexpr std::string_view magic = "\x28\xb5\x2f\xfd";

  struct FreeStream {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };

  std::unique_ptr<ZSTD_DStream, FreeStream> stream_;
  std::size_t wanted_ = 0;  // how much input zstd would like next
};

constexpr std::string_view skippable_magic_end = "\x2a\x4d\x18";

}  // namespace

std::unique_ptr<WarcCodec> make_gzip_codec() { return std::make_unique<GzipCodec>(); }

std::unique_ptr<WarcCodec> make_zstd_codec(std::string_view dictionary) {
  return std::make_unique<ZstdCodec>(dictionary);
}

bool begins_skippable_frame(std::string_view bytes) {
  return bytes.size() >= skippable_header_bytes && (byte_at(bytes, 0) & 0xf0) == 0x50 &&
         bytes.substr(1).starts_with(skippable_magic_end);
}

bool begins_dictionary_frame(std::string_view bytes) {
  return begins_skippable_frame(bytes) && bytes.front() == '\x5d';
}

std::size_t skippable_content_bytes(std::string_view header) {
  return byte_at(header, 4) | byte_at(header, 5) << 8 | byte_at(header, 6) << 16 |
         std::size_t{byte_at(header, 7)} << 24;
}

}  // namespace unspin
