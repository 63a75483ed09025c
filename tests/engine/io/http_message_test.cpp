// HTTP responses as crawlers store them: tidy ones, and those that browsers read all the same.
#include "engine/io/http_message.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace unspin {
namespace {

TEST(HttpResponse, HasStatusFieldsAndBody) {
  HttpResponse response;
  ASSERT_TRUE(read_http_response("HTTP/1.1 200 OK\r\nServer: bee\r\n\r\nbody\r\n", response));
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(field_value(response.fields, "server"), "bee");
  EXPECT_EQ(response.body, "body\r\n");
}

TEST(HttpResponse, StatusLinesOfAllSorts) {
  HttpResponse response;
  for (const std::string_view line : {"HTTP/1.0 404 Not Found", "HTTP/2 404",
                                      "HTTP/1.1  404  \xfc"
                                      "nknown",
                                      "ICY 404 gone", "HTTP 404", "HTTP/1.1\t404"}) {
    EXPECT_TRUE(read_http_response(std::string(line) + "\n\n", response)) << line;
    EXPECT_EQ(response.status, 404) << line;
  }
  for (const std::string_view line :
       {"", "<html>", "HTTP/1.1", "HTTP/1.1 OK", "HTTP/1.1 20", "HTTP/1.1 -20", "GET / HTTP/1.1"}) {
    EXPECT_FALSE(read_http_response(line, response)) << line;
  }
}

TEST(HttpResponse, BareLineEndsAndMissingBodies) {
  HttpResponse response;
  ASSERT_TRUE(read_http_response("HTTP/1.1 200 OK\nA: b\n\nbody", response));
  EXPECT_EQ(response.body, "body");
  ASSERT_TRUE(read_http_response("HTTP/1.1 200 OK\r\nA: b", response));
  EXPECT_EQ(field_value(response.fields, "A"), "b");
  EXPECT_EQ(response.body, "");
  ASSERT_TRUE(read_http_response("HTTP/1.1 200 OK\r\n\r\nA: b", response));
  EXPECT_TRUE(response.fields.empty());
  EXPECT_EQ(response.body, "A: b");
}

struct Joined {
  bool is_chunked;
  std::string text;
};

Joined joined(std::string_view body) {
  Joined result;
  result.is_chunked = join_chunks(body, result.text);
  return result;
}

TEST(Chunks, AreJoined) {
  EXPECT_EQ(joined("3\r\none\r\n4;x=y\r\n two\r\n0\r\nTrailer: x\r\n\r\n").text, "one two");
  EXPECT_EQ(joined("A \n0123456789\n0\n\n").text, "0123456789");
  EXPECT_EQ(joined("0\r\n\r\n").text, "");
  EXPECT_TRUE(joined("0\r\n\r\n").is_chunked);
}

TEST(Chunks, ABrokenConnectionGivesWhatCame) {
  EXPECT_EQ(joined("3\r\none\r\n9\r\n two").text, "one two");
  EXPECT_EQ(joined("3\r\none\r\n").text, "one");
  EXPECT_EQ(joined("3\r\none").text, "one");
  EXPECT_TRUE(joined("ffffffffffffffff\r\none").is_chunked);
}

TEST(Chunks, ABodyThatWasJoinedBeforeIsNoChunks) {
  for (const std::string_view body :
       {"<html>chunks? no</html>", "", "3", "add\r\n", "bed and breakfast\r\n", "-1\r\none\r\n",
        "2\r\n is how many lines this has\r\n"}) {
    EXPECT_EQ(joined(body).is_chunked, body == "add\r\n") << body;
  }
}

}  // namespace
}  // namespace unspin
