// Numbers with as many digits as mean something.
#include "engine/report/rounded.hpp"

#include <gtest/gtest.h>
#include <limits>

namespace unspin {
namespace {

TEST(Rounded, HasThreeDigits) {
  EXPECT_EQ(rounded(0), "0.00");
  EXPECT_EQ(rounded(0.012345), "0.0123");
  EXPECT_EQ(rounded(1), "1.00");
  EXPECT_EQ(rounded(9.999), "10.0");
  EXPECT_EQ(rounded(78.94), "78.9");
  EXPECT_EQ(rounded(999.9), "1,000");
  EXPECT_EQ(rounded(12345), "12,300");
  EXPECT_EQ(rounded(1234567), "1,230,000");
}

TEST(Rounded, IsADashWithoutAValue) {
  EXPECT_EQ(rounded(std::numeric_limits<double>::quiet_NaN()), "–");
  EXPECT_EQ(rounded(std::numeric_limits<double>::infinity()), "–");
}

TEST(Shortly, HasUnits) {
  EXPECT_EQ(shortly(0.01), "0.01");
  EXPECT_EQ(shortly(1), "1");
  EXPECT_EQ(shortly(950), "950");
  EXPECT_EQ(shortly(999.9), "1k");
  EXPECT_EQ(shortly(12345), "12k");
  EXPECT_EQ(shortly(3'456'000), "3.5M");
  EXPECT_EQ(shortly(1e9), "1G");
}

}  // namespace
}  // namespace unspin
