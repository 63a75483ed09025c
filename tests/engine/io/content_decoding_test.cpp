// Content encodings: undone as they were applied, believed only as far as the body bears them out.
#include "engine/io/content_decoding.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <zlib.h>

#include "tests/crawl/packing.hpp"

namespace unspin {
namespace {

using testing::gzip_member;
using testing::zstd_frame;

constexpr std::string_view page = "<p>bees on the roof, bees on the wall</p>";
constexpr std::string_view page_in_brotli(
    "\x1b\x28\x00\xf8\x1d\x07\x6e\x2c\xcd\x5b\x5e\x52\x38\x5f\x82\xb0\xf0\xb4\x98\xdb\x1b\x9c\x2c"
    "\xf3\x99\x4b\x41\xa2\x11\xa8\x43\xb8\x45\x19\x96\xcc\x07\xcb\x9b\x99\x40\xa8\x00",
    43);

std::string deflated(std::string_view bytes, int window_bits) {
  z_stream stream = {};
  deflateInit2(&stream, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

/// The body with its encodings undone; what went wrong in brackets.
std::string decoded(std::string_view encodings, std::string_view body,
                    const DocumentLimits& limits = {}) {
  std::string bytes(body);
  switch (undo_content_encodings(encodings, limits, bytes)) {
    case Decoded::done:
      return bytes;
    case Decoded::damaged:
      return "[damaged]";
    case Decoded::too_large:
      return "[too large]";
  }
  return "";
}

TEST(ContentDecoding, KnowsWhatBrowsersKnow) {
  EXPECT_EQ(decoded("gzip", gzip_member(page)), page);
  EXPECT_EQ(decoded("X-GZip", gzip_member(page)), page);
  EXPECT_EQ(decoded("deflate", deflated(page, MAX_WBITS)), page);
  EXPECT_EQ(decoded("deflate", deflated(page, -MAX_WBITS)), page);
  EXPECT_EQ(decoded("br", page_in_brotli), page);
  EXPECT_EQ(decoded("zstd", zstd_frame(page)), page);
  EXPECT_EQ(decoded("identity", page), page);
  EXPECT_EQ(decoded("", page), page);
}

TEST(ContentDecoding, ListsAreUndoneFromTheEnd) {
  EXPECT_EQ(decoded("br, gzip", gzip_member(page_in_brotli)), page);
  EXPECT_EQ(decoded("gzip,identity , zstd", zstd_frame(gzip_member(page))), page);
}

TEST(ContentDecoding, WhatIsNotEncodedIsTakenAsItIs) {
  for (const char* encoding : {"gzip", "deflate", "br", "zstd", "utf-8", "gzip, br", ",,,"}) {
    EXPECT_EQ(decoded(encoding, page), page) << encoding;
    EXPECT_EQ(decoded(encoding, ""), "") << encoding;
  }
}

TEST(ContentDecoding, WhatEndsTooEarlyGivesWhatIsThere) {
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += std::to_string(i * i);
  }
  for (const char* encoding : {"gzip", "deflate"}) {
    const std::string packed =
        encoding == std::string("gzip") ? gzip_member(text) : deflated(text, MAX_WBITS);
    const std::string half = decoded(encoding, packed.substr(0, packed.size() / 2));
    EXPECT_GT(half.size(), text.size() / 4) << encoding;
    EXPECT_TRUE(text.starts_with(half)) << encoding;
  }
}

TEST(ContentDecoding, WhatBreaksIsDamaged) {
  std::string packed = gzip_member(page);
  packed[packed.size() - 6] ^= 1;
  EXPECT_EQ(decoded("gzip", packed), "[damaged]");
  packed = zstd_frame(page);
  packed[packed.size() - 1] ^= 1;
  EXPECT_EQ(decoded("zstd", packed), "[damaged]");
  packed = page_in_brotli;
  packed[0] ^= 0x55;
  EXPECT_NE(decoded("br", packed), page);
}

TEST(ContentDecoding, LimitsHold) {
  const std::string zeros(3 << 20, '\0');
  for (const char* encoding : {"gzip", "deflate", "zstd"}) {
    const std::string packed = encoding == std::string("gzip")   ? gzip_member(zeros)
                               : encoding == std::string("zstd") ? zstd_frame(zeros)
                                                                 : deflated(zeros, MAX_WBITS);
    EXPECT_EQ(decoded(encoding, packed, {.most_bytes = 3 << 20, .most_ratio = 100'000}), zeros);
    EXPECT_EQ(decoded(encoding, packed, {.most_bytes = (3 << 20) - 1, .most_ratio = 100'000}),
              "[too large]");
    EXPECT_EQ(decoded(encoding, packed, {.most_ratio = 100}), "[too large]");
    EXPECT_EQ(decoded(encoding, packed, {.most_bytes = UINT64_MAX, .most_ratio = UINT64_MAX}),
              zeros);
  }
  EXPECT_EQ(decoded("gzip", gzip_member(page), {.most_bytes = 0}), "[too large]");
}

TEST(ContentDecoding, NestedBombsStopAtTheLimit) {
  std::string bomb(64 << 20, '\0');
  for (int i = 0; i < 3; ++i) {
    bomb = gzip_member(bomb, 9);
  }
  EXPECT_EQ(decoded("gzip, gzip, gzip", bomb, {.most_bytes = 1 << 20}), "[too large]");
}

}  // namespace
}  // namespace unspin
