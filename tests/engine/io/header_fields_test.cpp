// Header fields: what servers and crawlers really write.
#include "engine/io/header_fields.hpp"

#include <gtest/gtest.h>
#include <string_view>
#include <vector>

namespace unspin {
namespace {

std::vector<HeaderField> fields_of(std::string_view lines) {
  std::vector<HeaderField> fields;
  read_header_fields(lines, fields);
  return fields;
}

TEST(HeaderFields, ComeInOrderWithoutBlanks) {
  const auto fields = fields_of("One: 1\r\nTwo:2  \r\n\r\nThree: 3\r\n");
  ASSERT_EQ(fields.size(), 2u) << "the empty line is the end";
  EXPECT_EQ(fields[0].name, "One");
  EXPECT_EQ(fields[0].value, "1");
  EXPECT_EQ(fields[1].name, "Two");
  EXPECT_EQ(fields[1].value, "2");
}

TEST(HeaderFields, AreFoundInAnyCaseTheFirstOfAName) {
  const auto fields = fields_of("content-TYPE : text/html\nContent-Type: text/plain\n");
  EXPECT_EQ(field_value(fields, "Content-Type"), "text/html");
  EXPECT_EQ(field_value(fields, "Content"), "");
}

TEST(HeaderFields, AFoldedValueIsOneLine) {
  const auto fields = fields_of("Title: one\r\n  two\r\n\tthree\r\nEmpty:\r\n value\r\nLast: x");
  ASSERT_EQ(fields.size(), 3u);
  EXPECT_EQ(field_text(fields[0].value), "one two three");
  EXPECT_EQ(field_text(fields[1].value), "value");
  EXPECT_EQ(fields[2].value, "x");
  EXPECT_EQ(field_text("a carriage\rreturn"), "a carriage return");
}

TEST(HeaderFields, WhatIsNoFieldSaysNothing) {
  const auto fields = fields_of("no colon here\r\n and its fold\r\nA: b\r\n");
  ASSERT_EQ(fields.size(), 1u);
  EXPECT_EQ(fields[0].value, "b");
  EXPECT_TRUE(fields_of("").empty());
}

TEST(HeaderFields, TextIsWellFormed) {
  EXPECT_EQ(field_text("caf\xe9"), "caf\xef\xbf\xbd");
  EXPECT_EQ(field_text("caf\xc3\xa9"), "caf\xc3\xa9");
}

TEST(ContentType, GivesMediaTypeAndCharset) {
  const ContentType usual = read_content_type("Text/HTML; Charset=\"UTF-8\"");
  EXPECT_EQ(usual.media_type, "text/html");
  EXPECT_EQ(usual.charset, "UTF-8");
  const ContentType more = read_content_type("text/html;x=\";charset=no\" ;charset='latin1';y=1");
  EXPECT_EQ(more.charset, "latin1");
  EXPECT_EQ(read_content_type("text/html, text/plain").media_type, "text/html");
}

TEST(ContentType, NonsenseIsNothing) {
  for (const char* value : {"", "html", ";", "; charset", "charset=", "text"}) {
    EXPECT_EQ(read_content_type(value).media_type, "") << value;
    EXPECT_EQ(read_content_type(value).charset, "") << value;
  }
}

}  // namespace
}  // namespace unspin
