// Bytes in: what is recognised, what is refused, and how damage is told.
#include "engine/io/byte_source.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "engine/io/error.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin {
namespace {

std::string gzip(std::string_view text) {
  z_stream stream = {};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(std::string_view text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  std::mt19937 random;
  for (char& byte : bytes) {
    byte = static_cast<char>(random());
  }
  return bytes;
}

struct Outcome {
  std::string bytes;
  std::string error;
};

/// Reads to the end or the error, in pieces of the given size.
Outcome read_all(const std::string& path, std::size_t piece = 1000) {
  Outcome outcome;
  try {
    const auto source = open_source(path);
    std::string into(piece, '\0');
    while (const std::size_t got = source->read(into)) {
      outcome.bytes.append(into, 0, got);
    }
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::unreadable_input);
    EXPECT_FALSE(error.remedy().empty());
    outcome.error = error.what();
  }
  return outcome;
}

class ByteSourceTest : public ::testing::Test {
 protected:
  testing::ScratchFolder folder_;
};

TEST_F(ByteSourceTest, PlainBytesComeAsTheyAre) {
  const std::string text = random_bytes(300'000) + std::string("\0\r\n", 3);
  EXPECT_EQ(read_all(folder_.put("plain", text)).bytes, text);
  EXPECT_EQ(read_all(folder_.put("empty", "")).bytes, "");
}

TEST_F(ByteSourceTest, BeginningsOfMagicNumbersAreStillText) {
  for (const std::string_view text : {"\x1f", "\x28\xb5\x2f", "(", "P*M", "Plain", "\x1f\x8a"}) {
    EXPECT_EQ(read_all(folder_.put("short", text)).bytes, text);
  }
}

TEST_F(ByteSourceTest, CompressionIsRecognisedByContentWhateverTheName) {
  const std::string text = random_bytes(500'000);
  EXPECT_EQ(read_all(folder_.put("a.txt", gzip(text))).bytes, text);
  EXPECT_EQ(read_all(folder_.put("b.gz", zstd(text))).bytes, text);
  EXPECT_EQ(read_all(folder_.put("c.gz", text)).bytes, text);
}

TEST_F(ByteSourceTest, MembersAndFramesFollowOneAnother) {
  const std::string zeros(512, '\0');
  EXPECT_EQ(read_all(folder_.put("gz", gzip("one ") + gzip("") + gzip("two"))).bytes, "one two");
  EXPECT_EQ(read_all(folder_.put("padded", gzip("one ") + gzip("two") + zeros)).bytes, "one two");
  const std::string skippable("\x5f\x2a\x4d\x18\x03\0\0\0abc", 11);
  EXPECT_EQ(read_all(folder_.put("zst", skippable + zstd("one ") + zstd("") + zstd("two"))).bytes,
            "one two");
  for (const std::size_t piece : {1u, 2u, 3u}) {
    EXPECT_EQ(read_all(folder_.path("gz"), piece).bytes, "one two");
    EXPECT_EQ(read_all(folder_.path("zst"), piece).bytes, "one two");
  }
}

TEST_F(ByteSourceTest, WhatComesBeforeATruncationIsDelivered) {
  const std::string text = random_bytes(1'000'000);
  for (const auto& packed : {gzip(text), zstd(text)}) {
    const std::string half = packed.substr(0, packed.size() / 2);
    const Outcome outcome = read_all(folder_.put("half", half));
    EXPECT_GT(outcome.bytes.size(), text.size() / 3);
    EXPECT_TRUE(text.starts_with(outcome.bytes));
    EXPECT_NE(outcome.error.find(folder_.path("half")), std::string::npos) << outcome.error;
    EXPECT_NE(outcome.error.find("at byte " + std::to_string(half.size())), std::string::npos)
        << outcome.error;
  }
}

TEST_F(ByteSourceTest, EveryTruncationIsToldAndNoneInvents) {
  const std::string text = random_bytes(300);
  for (const auto& packed : {gzip(text), zstd(text)}) {
    for (std::size_t length = 4; length < packed.size(); ++length) {
      const Outcome outcome = read_all(folder_.put("cut", packed.substr(0, length)));
      EXPECT_FALSE(outcome.error.empty()) << length;
      EXPECT_TRUE(text.starts_with(outcome.bytes)) << length;
    }
  }
}

TEST_F(ByteSourceTest, WhatComesBeforeDamageIsDelivered) {
  // Bytes that do not compress lie in blocks of 128 KiB as they are; the last block's header, of
  // three bytes, gets a type that does not exist.
  const std::string bytes = random_bytes(1'000'000);
  const std::size_t last_block = bytes.size() % (128 << 10);
  std::string packed = zstd(bytes);
  packed[packed.size() - last_block - 3] |= 6;
  const Outcome of_zstd = read_all(folder_.put("zst", packed), 1 << 20);
  EXPECT_EQ(of_zstd.bytes, bytes.substr(0, bytes.size() - last_block));
  EXPECT_NE(of_zstd.error.find("damaged zstd data"), std::string::npos) << of_zstd.error;

  std::string checksum = gzip("first ") + gzip("second");
  checksum[checksum.size() - 8] ^= 1;
  const Outcome of_gzip = read_all(folder_.put("gz", checksum));
  EXPECT_EQ(of_gzip.bytes, "first second");
  EXPECT_NE(of_gzip.error.find("damaged gzip data"), std::string::npos) << of_gzip.error;
}

TEST_F(ByteSourceTest, TheErrorStaysWhenAskedAgain) {
  const auto source = open_source(folder_.put("cut", gzip(random_bytes(100)).substr(0, 30)));
  std::array<char, 1000> into = {};
  const auto drain = [&] {
    while (source->read(into) > 0) {
    }
  };
  EXPECT_THROW(drain(), Error);
  EXPECT_THROW(drain(), Error);
}

TEST_F(ByteSourceTest, WhatCannotBeOpenedIsNamed) {
  EXPECT_EQ(read_all(folder_.path("none")).error, folder_.path("none") + ": there is no such file");
  EXPECT_EQ(read_all(folder_.path(".")).error, folder_.path(".") + ": this is a folder");
  if (::geteuid() == 0) {
    return;  // root may read everything
  }
  ::chmod(folder_.put("closed", "x").c_str(), 0);
  EXPECT_NE(read_all(folder_.path("closed")).error.find("no permission"), std::string::npos);
}

TEST_F(ByteSourceTest, ProgressCountsBytesOfTheFile) {
  const std::string packed = gzip(std::string(1'000'000, 'x'));
  const auto source = open_source(folder_.put("gz", packed));
  EXPECT_EQ(source->total(), packed.size());
  std::array<char, 4096> into = {};
  while (source->read(into) > 0) {
  }
  EXPECT_EQ(source->consumed(), packed.size());
}

TEST_F(ByteSourceTest, APipeGivesWhatIsThere) {
  const std::string path = folder_.path("pipe");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  int may_go_on[2];
  ASSERT_EQ(::pipe(may_go_on), 0);
  std::thread writer([&] {
    std::ofstream pipe(path);
    pipe << "first\n" << std::flush;
    char go = 0;  // the second line is written only when the first has been read
    EXPECT_EQ(::read(may_go_on[0], &go, 1), 1);
    pipe << "second\n";
  });
  const auto source = open_source(path);
  EXPECT_EQ(source->total(), std::nullopt);
  std::array<char, 4096> into = {};
  EXPECT_FALSE(source->would_wait());
  EXPECT_EQ(source->read(into), 6u);
  EXPECT_TRUE(source->would_wait());
  EXPECT_EQ(::write(may_go_on[1], "x", 1), 1);
  EXPECT_EQ(source->read(into), 7u);
  EXPECT_EQ(source->read(into), 0u);
  writer.join();
  ::close(may_go_on[0]);
  ::close(may_go_on[1]);
}

TEST_F(ByteSourceTest, WaitingEndsWhenToldToStop) {
  const std::string path = folder_.path("pipe");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  std::fstream kept_open(path);  // so that the pipe has a writer, who stays silent
  std::atomic<bool> stop = false;
  std::thread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    stop = true;
  });
  EXPECT_THROW(open_source(path, &stop), Interrupted);
  stopper.join();
}

TEST_F(ByteSourceTest, ADocumentComesWhole) {
  const std::string text = random_bytes(200'000);
  EXPECT_EQ(read_document(folder_.put("gz", gzip(text)), text.size()), text);
  EXPECT_EQ(read_document(folder_.put("empty", ""), 0), "");
}

TEST_F(ByteSourceTest, ADocumentOverTheLimitIsRefusedByName) {
  const std::string path = folder_.put("gz", gzip("four"));
  EXPECT_EQ(read_document(path, 4), "four");
  try {
    read_document(path, 3);
    FAIL() << "one byte too many was let through";
  } catch (const Error& error) {
    EXPECT_EQ(error.what(), path + ": more than the limit of 3 bytes for a document");
  }
}

TEST_F(ByteSourceTest, ABombStopsAtTheLimit) {
  // A gigabyte in a megabyte; without the limit this takes seconds and a gigabyte of memory.
  const std::string member = gzip(std::string(16 << 20, '\0'));
  std::string bomb;
  for (int i = 0; i < 64; ++i) {
    bomb += member;
  }
  EXPECT_THROW(read_document(folder_.put("bomb", bomb), 1 << 20), Error);
}

}  // namespace
}  // namespace unspin
