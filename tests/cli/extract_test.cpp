// `unspin extract` as a person and a script use it.
#include <csignal>
#include <gtest/gtest.h>
#include <simdjson.h>
#include <string>

#include "tests/cli/run_command.hpp"

namespace unspin::cli {
namespace {

const std::string page =
    "<!DOCTYPE html><html lang=\"en\"><head><title>City bees - A blog</title>"
    "<meta property=\"article:published_time\" content=\"2023-04-05T10:00:00Z\">"
    "<style>.x { display: none }</style></head><body>"
    "<nav><a href=\"/\">Home</a> <a href=\"/about\">About</a></nav><article><h1>City bees</h1>"
    "<p>The first hive on the roof of the town hall was a present, and nobody knew what to do with "
    "it until somebody opened the lid one afternoon.</p><p class=\"x\">buy cheap hives</p>"
    "<p>Since then, forty hives have found a place above the streets, and the honey, of which "
    "there "
    "is more every year, is sold at the "
    "market.</p></article><footer>Imprint</footer></body></html>";

class Extract : public ::testing::Test {
 protected:
  TempFolder folder;
};

TEST_F(Extract, ShowsThePageAsAReaderSeesIt) {
  const Outcome outcome = run_unspin({"extract", folder.write("bees.html", page)});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  EXPECT_NE(outcome.out.find("56 of 59 words · en · 2023-04-05 · text/html · utf-8\n"),
            std::string::npos)
      << outcome.out;
  EXPECT_NE(outcome.out.find("\nCity bees\n\nThe first hive on the roof"), std::string::npos);
  EXPECT_NE(outcome.out.find("[hidden] buy cheap hives\n"), std::string::npos);
  EXPECT_EQ(outcome.out.find("About"), std::string::npos);
  EXPECT_EQ(outcome.out.find("Imprint"), std::string::npos);
}

TEST_F(Extract, AllShowsWhatWasLeftOutAndWhy) {
  const Outcome outcome = run_unspin({"extract", "--all", folder.write("bees.html", page)});
  EXPECT_NE(outcome.out.find("[navigation] Home About\n"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("[footer] Imprint\n"), std::string::npos) << outcome.out;
}

TEST_F(Extract, GivesALineOfJsonADocument) {
  const std::string html = folder.write("bees.html", page);
  const std::string rows = folder.write(
      "rows.jsonl",
      "{\"id\": 7, \"text\": \"A \\\"row\\\".\", \"url\": \"http://x\", \"n\": 1.10}\n");
  const Outcome outcome = run_unspin({"extract", "--all", "--format", "jsonl", html, rows});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const auto lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 2u);
  simdjson::dom::parser parser;
  const simdjson::dom::element first = parser.parse(simdjson::padded_string(lines[0]));
  EXPECT_EQ(std::string_view(first["id"]), html);
  EXPECT_EQ(std::string_view(first["title"]), "City bees");
  EXPECT_EQ(std::string_view(first["charset"]["by"]), "form");
  EXPECT_TRUE(std::string_view(first["text"]).starts_with("City bees\n\nThe first hive"));
  EXPECT_EQ(std::string_view(first["hidden"].at(0)["text"]), "buy cheap hives");
  bool has_navigation = false;
  for (const simdjson::dom::element block : first["blocks"].get_array()) {
    const std::uint64_t begin = block["begin"];
    const std::uint64_t end = block["end"];
    ASSERT_LE(end, page.size());
    if (std::string_view(block["kind"]) == "heading") {
      EXPECT_EQ(page.substr(begin, end - begin), "City bees");
    }
    has_navigation = has_navigation || std::string_view(block["role"]) == "navigation";
  }
  EXPECT_TRUE(has_navigation);
  EXPECT_EQ(lines[1], "{\"schema\":1,\"id\":\"7\",\"file\":\"" + rows +
                          "\",\"line\":1,\"address\":\"http://x\",\"media_type\":\"text/plain\","
                          "\"charset\":{\"name\":\"utf-8\",\"by\":\"form\"},\"words\":2,"
                          "\"text\":\"A \\\"row\\\".\",\"blocks\":[{\"kind\":\"paragraph\","
                          "\"role\":\"main\",\"begin\":0,\"end\":8,\"text\":\"A \\\"row\\\".\"}],"
                          "\"hidden\":[],\"issues\":[],\"metadata\":{\"n\":1.10}}");
}

TEST_F(Extract, ReadsStandardInputWhateverItIs) {
  EXPECT_NE(run_unspin({"extract", "-"}, page).out.find("The first hive"), std::string::npos);
  const std::string html = folder.write("bees.html", page);
  EXPECT_NE(run_in_bash("gzip -c \"$1\" | \"$0\" extract -", {html}).out.find("The first hive"),
            std::string::npos);
  EXPECT_NE(run_in_bash("\"$0\" extract - < \"$1\"", {html}).out.find("The first hive"),
            std::string::npos);
  const std::string warc =
      "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://x.org/\r\n"
      "Content-Length: 4\r\n\r\nword\r\n\r\n";
  EXPECT_NE(run_unspin({"extract", "-"}, warc).out.find("http://x.org/\n"), std::string::npos);
  EXPECT_EQ(run_unspin({"extract", "-"}).status, 0);
}

TEST_F(Extract, NamesWhatItCouldNotReadAndReadsTheRest) {
  const Outcome outcome =
      run_unspin({"extract", folder.path("missing.html"),
                  folder.write("rows.jsonl", "{\"text\": \"good\"}\n{\"text\": bad}\n"),
                  folder.write("picture.png", std::string("\x89PNG\0", 5))});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_NE(outcome.out.find("good"), std::string::npos);
  EXPECT_NE(outcome.err.find("missing.html: unreadable: there is no such file"), std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find("rows.jsonl, line 2: bad_json: column 10"), std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find("2 documents read, 2 places left out"), std::string::npos)
      << outcome.err;
}

TEST_F(Extract, PassesOverWhatIsNoTextAndCountsIt) {
  const std::string warc =
      "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: image/png\r\nContent-Length: "
      "4\r\n\r\nword\r\n\r\n";
  const std::string path = folder.write("crawl.warc", warc + warc);
  folder.write("movie.mp4", "x");
  const Outcome outcome = run_unspin({"extract", folder.path()});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_NE(outcome.err.find("0 documents read; passed over 2 image/png, 1 .mp4\n"),
            std::string::npos)
      << outcome.err;
}

TEST_F(Extract, WritesAFileAllOrNothing) {
  const std::string html = folder.write("bees.html", page);
  const std::string out = folder.path("texts.jsonl");
  EXPECT_EQ(run_unspin({"extract", html, "--format", "jsonl", "-o", out}).status, 0);
  EXPECT_EQ(lines_of(read_file(out)).size(), 1u);
  EXPECT_EQ(run_unspin({"extract", html, "-o", folder.path("no/such/place")}).status, 4);
}

TEST_F(Extract, GivesTheSameBytesForAnyNumberOfThreads) {
  for (int i = 0; i < 300; ++i) {
    folder.write(std::to_string(i) + ".html", "<p>Page number " + std::to_string(i) + "</p>");
  }
  const std::string one = run_unspin({"extract", "--threads", "1", folder.path()}).out;
  EXPECT_EQ(run_unspin({"extract", "--threads", "8", folder.path()}).out, one);
  EXPECT_GT(one.size(), 300u * 20);
}

TEST_F(Extract, NoPageSteersTheTerminal) {
  const Outcome outcome = run_unspin(
      {"extract", folder.write("x.html", "<title>\x1b[2J</title><p>\x1b]0;owned\x07 text</p>")});
  EXPECT_EQ(outcome.out.find('\x1b'), std::string::npos);
  EXPECT_EQ(outcome.out.find('\x07'), std::string::npos);
}

}  // namespace
}  // namespace unspin::cli
