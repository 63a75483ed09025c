#include "engine/io/content_decoding.hpp"

#include <algorithm>
#include <brotli/decode.h>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <zlib.h>
#include <zstd.h>

#include "engine/io/header_fields.hpp"
#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

enum class Outcome { done, cut_off, damaged, too_large };

/// The decoded bytes, which grow as far as the limits allow.
class Output {
 public:
  Output(std::string& bytes, std::size_t encoded, const DocumentLimits& limits) : bytes_(bytes) {
    constexpr std::uint64_t always = std::uint64_t{1} << 20;
    // Divided, not multiplied: a limit of 2^64-1 is no limit.
    const bool far = encoded > 0 && limits.most_ratio > limits.most_bytes / encoded;
    const std::uint64_t by_ratio = far ? limits.most_bytes : limits.most_ratio * encoded;
    constexpr std::uint64_t no_limit = std::numeric_limits<std::uint64_t>::max() / 2;
    most_ = std::min({limits.most_bytes, std::max(always, by_ratio), no_limit});
    bytes_.resize(std::min<std::uint64_t>(most_ + 1, std::max<std::size_t>(4 * encoded, 4096)));
  }

  char* free() { return bytes_.data() + used_; }
  std::size_t room() const { return bytes_.size() - used_; }
  void use(std::size_t count) { used_ += count; }

  /// Makes room; false if the limit is passed.
  bool grow() {
    if (room() == 0 && bytes_.size() <= most_) {
      bytes_.resize(std::min<std::uint64_t>(most_ + 1, 2 * bytes_.size()));
    }
    return room() > 0;
  }

  Outcome finish(Outcome outcome) {
    bytes_.resize(used_);
    return used_ > most_ ? Outcome::too_large : outcome;
  }

 private:
  std::string& bytes_;
  std::uint64_t most_ = 0;
  std::size_t used_ = 0;
};

Outcome inflate_all(std::string_view body, int window_bits, Output& out) {
  z_stream stream = {};
  if (inflateInit2(&stream, window_bits) != Z_OK) {
    throw std::bad_alloc();
  }
  const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream, inflateEnd);
  constexpr std::size_t most_at_once = std::size_t{1} << 30;
  const char* next = body.data();
  std::size_t left = body.size();
  for (;;) {
    if (!out.grow()) {
      return out.finish(Outcome::too_large);
    }
    const auto given = static_cast<uInt>(std::min(left, most_at_once));
    const auto room = static_cast<uInt>(std::min(out.room(), most_at_once));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(next));
    stream.avail_in = given;
    stream.next_out = reinterpret_cast<Bytef*>(out.free());
    stream.avail_out = room;
    const int status = inflate(&stream, Z_NO_FLUSH);
    next += given - stream.avail_in;
    left -= given - stream.avail_in;
    out.use(room - stream.avail_out);
    if (status == Z_STREAM_END) {
      return out.finish(Outcome::done);  // browsers, too, leave what follows alone
    }
    if (status != Z_OK && status != Z_BUF_ERROR) {
      return out.finish(Outcome::damaged);
    }
    if (left == 0 && stream.avail_out > 0) {
      return out.finish(Outcome::cut_off);
    }
  }
}

Outcome decode_brotli(std::string_view body, Output& out) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) {
    throw std::bad_alloc();
  }
  const auto* next = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t left = body.size();
  for (;;) {
    if (!out.grow()) {
      return out.finish(Outcome::too_large);
    }
    auto* to = reinterpret_cast<std::uint8_t*>(out.free());
    const std::size_t before = out.room();
    std::size_t room = before;
    const BrotliDecoderResult result =
        BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &to, nullptr);
    out.use(before - room);
    switch (result) {
      case BROTLI_DECODER_RESULT_SUCCESS:
        return out.finish(Outcome::done);
      case BROTLI_DECODER_RESULT_ERROR:
        return out.finish(Outcome::damaged);
      case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT:
        return out.finish(Outcome::cut_off);
      case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT:
        break;
    }
  }
}

Outcome decode_zstd(std::string_view body, Output& out) {
  const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream(ZSTD_createDStream(),
                                                                             ZSTD_freeDStream);
  if (!stream) {
    throw std::bad_alloc();
  }
  ZSTD_inBuffer in = {body.data(), body.size(), 0};
  for (;;) {
    if (!out.grow()) {
      return out.finish(Outcome::too_large);
    }
    ZSTD_outBuffer to = {out.free(), out.room(), 0};
    const std::size_t result = ZSTD_decompressStream(stream.get(), &to, &in);
    out.use(to.pos);
    if (ZSTD_isError(result) != 0) {
      return out.finish(Outcome::damaged);
    }
    if (in.pos == in.size && to.pos < to.size) {
      return out.finish(result == 0 ? Outcome::done : Outcome::cut_off);
    }
  }
}

bool has_zlib_header(std::string_view body) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(body[i]); };
  return body.size() >= 2 && (byte(0) & 0x0f) == Z_DEFLATED && (byte(0) * 256 + byte(1)) % 31 == 0;
}

/// Whether the beginning is text, for encodings that have no mark of their own.
bool looks_like_text(std::string_view body) {
  constexpr std::size_t enough = 512;
  constexpr std::size_t longest_character = 4;
  const std::string_view beginning = body.substr(0, enough);
  const auto is_control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && trimmed({&c, 1}).size() == 1;
  };
  const std::size_t valid = first_invalid_utf8(beginning).value_or(beginning.size());
  return valid + longest_character > beginning.size() &&
         std::ranges::none_of(beginning, is_control);
}

/// Undoes one encoding; nothing if the body is not encoded so.
std::optional<Outcome> decode(std::string_view encoding, std::string_view body,
                              const DocumentLimits& limits, std::string& into) {
  constexpr int gzip_only = 16;
  constexpr int raw = -1;
  const auto output = [&] { return Output(into, body.size(), limits); };
  if (same_word(encoding, "gzip") || same_word(encoding, "x-gzip")) {
    if (body.starts_with("\x1f\x8b")) {
      Output out = output();
      return inflate_all(body, MAX_WBITS + gzip_only, out);
    }
  } else if (same_word(encoding, "deflate")) {
    // The standard means zlib's format; some servers send what is inside it alone.
    if (has_zlib_header(body)) {
      Output out = output();
      return inflate_all(body, MAX_WBITS, out);
    }
    Output out = output();
    const Outcome outcome = inflate_all(body, raw * MAX_WBITS, out);
    if (outcome == Outcome::done || outcome == Outcome::too_large || !looks_like_text(body)) {
      return outcome;
    }
  } else if (same_word(encoding, "br")) {
    Output out = output();
    const Outcome outcome = decode_brotli(body, out);
    if (outcome == Outcome::done || outcome == Outcome::too_large || !looks_like_text(body)) {
      return outcome;
    }
  } else if (same_word(encoding, "zstd")) {
    if (body.starts_with("\x28\xb5\x2f\xfd")) {
      Output out = output();
      return decode_zstd(body, out);
    }
  }
  return std::nullopt;
}

}  // namespace

Decoded undo_content_encodings(std::string_view encodings, const DocumentLimits& limits,
                               std::string& body) {
  constexpr int most_encodings = 8;
  std::string decoded;
  for (int undone = 0; !encodings.empty() && undone < most_encodings && !body.empty(); ++undone) {
    const std::size_t comma = encodings.rfind(',');
    const std::string_view last =
        trimmed(comma == std::string_view::npos ? encodings : encodings.substr(comma + 1));
    encodings = comma == std::string_view::npos ? std::string_view() : encodings.substr(0, comma);
    const std::optional<Outcome> outcome = decode(last, body, limits, decoded);
    if (outcome == Outcome::too_large) {
      return Decoded::too_large;
    }
    if (outcome == Outcome::damaged) {
      return Decoded::damaged;
    }
    if (outcome) {
      body.swap(decoded);
    }
  }
  return Decoded::done;
}

}  // namespace unspin
