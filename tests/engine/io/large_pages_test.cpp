#include "engine/io/large_pages.hpp"

#include <gtest/gtest.h>
#include <string>

namespace unspin {
namespace {

TEST(LargePages, HoldACopyWithZerosBehindIt) {
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{5}, std::size_t{2} << 20, (std::size_t{2} << 20) - 3}) {
    std::string bytes(size, 'x');
    const LargePageBytes copy(bytes, 8);
    bytes.assign(size, 'y');
    EXPECT_EQ(copy.bytes(), std::string(size, 'x')) << size;
    EXPECT_EQ(std::string(copy.bytes().data() + size, 8), std::string(8, '\0')) << size;
  }
}

TEST(LargePages, StayWhereTheyAreWhenTheyAreMoved) {
  LargePageBytes first("some bytes");
  const std::string_view bytes = first.bytes();
  const LargePageBytes second = std::move(first);
  EXPECT_EQ(second.bytes().data(), bytes.data());
}

TEST(LargePages, AreEmptyUnlessMade) { EXPECT_TRUE(LargePageBytes().bytes().empty()); }

}  // namespace
}  // namespace unspin
