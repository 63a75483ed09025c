// JSON as text: what is escaped, what is a number.
#include "engine/io/json_text.hpp"

#include <gtest/gtest.h>
#include <simdjson.h>
#include <string>

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

std::string json_string(std::string_view text) {
  std::string out = "> ";
  append_json_string(text, out);
  return out.substr(2);
}

TEST(AppendJsonString, AppendsAndQuotes) {
  std::string out = "[";
  append_json_string("a", out);
  EXPECT_EQ(out, "[\"a\"");
  EXPECT_EQ(json_string(""), "\"\"");
}

TEST(AppendJsonString, EscapesWhatMustBe) {
  EXPECT_EQ(json_string("say \"hi\" \\ bye"), R"("say \"hi\" \\ bye")");
  EXPECT_EQ(json_string("\b\f\n\r\t"), R"("\b\f\n\r\t")");
  EXPECT_EQ(json_string(std::string_view("\0\x01\x1f\x7f", 4)), R"("\u0000\u0001\u001f\u007f")");
  EXPECT_EQ(json_string("a\u2028b\u2029c"), R"("a\u2028b\u2029c")");
}

TEST(AppendJsonString, LeavesTheRestAlone) {
  const std::string text = "/é’…\u2027\u202A\u20AC😀 <b>&amp;</b>";
  EXPECT_EQ(json_string(text), '"' + text + '"');
}

TEST(AppendJsonString, EveryCodePointReadsBack) {
  std::string text;
  for (char32_t c = 0; c < 0x3000; ++c) {
    append_utf8(c, text);
  }
  std::string literal = json_string(text);
  simdjson::dom::parser parser;
  std::string_view back;
  ASSERT_EQ(parser.parse(literal).get(back), simdjson::SUCCESS);
  EXPECT_EQ(back, text);
}

TEST(IsJsonNumber, TakesAnySizeAndPrecision) {
  for (const std::string_view number :
       {"0", "-0", "17", "1.10", "-12.5e-7", "1E+400", "123456789012345678901234567890"}) {
    EXPECT_TRUE(is_json_number(number)) << number;
  }
}

TEST(IsJsonNumber, TakesNothingElse) {
  for (const std::string_view text : {"", "-", "+1", "01", "-01", ".5", "1.", "1.e3", "1e", "1e+",
                                      "0x10", "1 ", " 1", "1,2", "NaN", "Infinity", "1a"}) {
    EXPECT_FALSE(is_json_number(text)) << text;
  }
}

}  // namespace
}  // namespace unspin
