#include "engine/report/json_writer.hpp"

#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>
#include <limits>
#include <random>

namespace unspin {
namespace {

TEST(JsonWriter, WritesOneLine) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().key("a").value(1u).key("b\n").begin_array().value("x\"y").null().value(true);
  json.end_array().key("c").begin_object().end_object().key("d").raw("1.10");
  json.key("e").value(std::numeric_limits<std::uint64_t>::max()).end_object();
  EXPECT_EQ(out, R"({"a":1,"b\n":["x\"y",null,true],"c":{},"d":1.10,"e":18446744073709551615})");
}

TEST(JsonWriter, IndentsTheOuterLevels) {
  std::string out;
  JsonWriter json(out, 2, 1);
  json.begin_object().key("a").value(1u).key("b").begin_array().value(1u).value(2u).end_array();
  json.end_object();
  EXPECT_EQ(out, "{\n  \"a\": 1,\n  \"b\": [1, 2]\n}");
}

std::string text_of(double number) {
  std::string out;
  append_number(number, out);
  return out;
}

TEST(Numbers, AreTheShortestTextWithTheSameBits) {
  EXPECT_EQ(text_of(0.1), "0.1");
  EXPECT_EQ(text_of(100.00000000000004), "100.00000000000004");
  EXPECT_EQ(text_of(3), "3");
  EXPECT_EQ(text_of(NAN), "null");
  EXPECT_EQ(text_of(std::numeric_limits<double>::infinity()), "null");
  std::mt19937_64 random(1);
  for (int i = 0; i < 10'000; ++i) {
    const double number = static_cast<double>(random()) / static_cast<double>(random() | 1);
    EXPECT_EQ(std::strtod(text_of(number).c_str(), nullptr), number);
  }
}

}  // namespace
}  // namespace unspin
