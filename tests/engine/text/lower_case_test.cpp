#include "engine/text/lower_case.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

std::string lower(std::string_view text) {
  std::string out;
  to_lower_case(text, out);
  return out;
}

TEST(LowerCase, IsPythons) {
  EXPECT_EQ(lower("The CAT [Sat] 42"), "the cat [sat] 42");
  EXPECT_EQ(lower("ÄÖÜ ß"), "äöü ß");     // not folded to ss
  EXPECT_EQ(lower("ΟΔΟΣ"), "οδος");       // final sigma
  EXPECT_EQ(lower("\u0130"), "i\u0307");  // one character becomes two
  EXPECT_EQ(lower("\u212A"), "k");        // KELVIN SIGN
}

}  // namespace
}  // namespace unspin
