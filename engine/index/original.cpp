#include "engine/index/original.hpp"

#include <new>
#include <zstd.h>

#include "engine/index/varint.hpp"

namespace unspin {
namespace {

constexpr int level = 9;

/// zstd makes at most this of a byte; more is announced only by what is damaged.
constexpr std::uint64_t most_ratio = std::uint64_t{1} << 17;

}  // namespace

std::optional<OriginalLabel> read_label(std::string_view label) {
  VarintReader reader(label.data(), label.data() + label.size());
  OriginalLabel read;
  for (std::string_view* field : {&read.id, &read.address, &read.title, &read.date}) {
    const std::uint64_t bytes = reader.next();
    const char* begin = reader.skip(bytes);
    if (reader.is_damaged()) {
      return std::nullopt;
    }
    *field = {begin, static_cast<std::size_t>(bytes)};
  }
  return reader.left() == 0 ? std::optional(read) : std::nullopt;
}

std::optional<PackedOriginal> take_record(std::string_view& bytes) {
  VarintReader reader(bytes.data(), bytes.data() + bytes.size());
  const std::uint64_t label_bytes = reader.next();
  const std::uint64_t frame_bytes = reader.next();
  const std::uint64_t text_bytes = reader.next();
  const char* label = reader.skip(label_bytes);
  const char* frame = reader.skip(frame_bytes);
  if (reader.is_damaged() || text_bytes > UINT32_MAX) {
    return std::nullopt;
  }
  bytes.remove_prefix(static_cast<std::size_t>(reader.at() - bytes.data()));
  return PackedOriginal{{label, static_cast<std::size_t>(label_bytes)},
                        {frame, static_cast<std::size_t>(frame_bytes)},
                        static_cast<std::uint32_t>(text_bytes)};
}

struct OriginalPacker::Zstd {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  Zstd() {
    if (context == nullptr) {
      throw std::bad_alloc();
    }
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
    // The sizes stand in the record and the checksum is the section's.
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 0);
  }
  ~Zstd() { ZSTD_freeCCtx(context); }
  Zstd(const Zstd&) = delete;
  Zstd& operator=(const Zstd&) = delete;
};

OriginalPacker::OriginalPacker() : zstd_(std::make_unique<Zstd>()) {}
OriginalPacker::~OriginalPacker() = default;
OriginalPacker::OriginalPacker(OriginalPacker&&) noexcept = default;
OriginalPacker& OriginalPacker::operator=(OriginalPacker&&) noexcept = default;

void OriginalPacker::append_record(const Original& original, std::string& out) {
  label_.clear();
  for (const std::string* field :
       {&original.id, &original.address, &original.title, &original.date}) {
    append_varint(label_, field->size());
    label_ += *field;
  }
  frame_.resize(ZSTD_compressBound(original.text.size()));
  const std::size_t packed = ZSTD_compress2(zstd_->context, frame_.data(), frame_.size(),
                                            original.text.data(), original.text.size());
  if (ZSTD_isError(packed) != 0) {
    throw std::bad_alloc();  // with room for the worst nothing else can go wrong
  }
  append_varint(out, label_.size());
  append_varint(out, packed);
  append_varint(out, original.text.size());
  out += label_;
  out.append(frame_, 0, packed);
}

struct TextUnpacker::Zstd {
  ZSTD_DCtx* context = ZSTD_createDCtx();
  Zstd() {
    if (context == nullptr) {
      throw std::bad_alloc();
    }
  }
  ~Zstd() { ZSTD_freeDCtx(context); }
  Zstd(const Zstd&) = delete;
  Zstd& operator=(const Zstd&) = delete;
};

TextUnpacker::TextUnpacker() : zstd_(std::make_unique<Zstd>()) {}
TextUnpacker::~TextUnpacker() = default;
TextUnpacker::TextUnpacker(TextUnpacker&&) noexcept = default;
TextUnpacker& TextUnpacker::operator=(TextUnpacker&&) noexcept = default;

bool TextUnpacker::unpack(std::string_view frame, std::uint32_t text_bytes, std::string& text) {
  if (text_bytes > frame.size() * most_ratio) {
    return false;
  }
  text.resize(text_bytes);
  const std::size_t unpacked =
      ZSTD_decompressDCtx(zstd_->context, text.data(), text.size(), frame.data(), frame.size());
  return ZSTD_isError(unpacked) == 0 && unpacked == text_bytes;
}

}  // namespace unspin
