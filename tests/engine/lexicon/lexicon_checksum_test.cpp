#include "engine/lexicon/lexicon_checksum.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace unspin {
namespace {

std::uint64_t checksum(const std::string& bytes) {
  return lexicon_checksum(std::as_bytes(std::span(bytes)));
}

TEST(LexiconChecksum, ChangesWithAnyByteOfAnyBlock) {
  std::string bytes((std::size_t{3} << 20) + 7, 'x');
  const std::uint64_t before = checksum(bytes);
  EXPECT_EQ(checksum(bytes), before);
  const std::vector<std::size_t> places = {
      0, 1, (1u << 20) - 1, 1u << 20, (2u << 20) + 5, 3u << 20, bytes.size() - 1};
  for (const std::size_t at : places) {
    bytes[at] = 'y';
    EXPECT_NE(checksum(bytes), before) << at;
    bytes[at] = 'x';
  }
}

TEST(LexiconChecksum, ChangesWithTheOrderOfBlocksAndTheLength) {
  const std::string block(1u << 20, 'x');
  const std::string other(1u << 20, 'y');
  EXPECT_NE(checksum(block + other), checksum(other + block));
  EXPECT_NE(checksum(block), checksum(block + 'x'));
  EXPECT_NE(checksum(""), checksum(std::string(1, '\0')));
}

}  // namespace
}  // namespace unspin
