#include "engine/io/document_files.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "engine/io/byte_source.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin {
namespace {

class DocumentFilesTest : public ::testing::Test {
 protected:
  /// Reads all documents; says "id|media type|bytes" of each.
  std::vector<std::string> read(std::vector<std::string> paths, const DocumentLimits& limits = {}) {
    DocumentFiles files(std::move(paths), limits);
    std::vector<std::string> told;
    Document document;
    while (files.next(document, issues)) {
      std::string id = document.id;
      if (id.starts_with(folder.path(""))) {
        id.erase(0, folder.path("").size());
      }
      told.push_back(id + "|" + document.media_type + "|" + document.bytes);
    }
    passed_over = files.passed_over();
    return told;
  }

  testing::ScratchFolder folder;
  std::vector<DocumentIssue> issues;
  std::map<std::string, std::uint64_t> passed_over;
};

using Told = std::vector<std::string>;

TEST_F(DocumentFilesTest, OfAFolderComeInTheOrderOfTheirNames) {
  std::filesystem::create_directories(folder.path("b/deep"));
  std::filesystem::create_directories(folder.path(".git"));
  folder.put("c.txt", "third");
  folder.put("a.html", "<p>first");
  folder.put("b/deep/x.md", "second");
  folder.put(".git/y.txt", "hidden");
  folder.put("picture.jpg", "\xFF\xD8");
  folder.put("Makefile", "all:");
  EXPECT_EQ(read({folder.path("")}),
            (Told{"a.html|text/html|<p>first", "b/deep/x.md|text/markdown|second",
                  "c.txt|text/plain|third"}));
  EXPECT_TRUE(issues.empty());
  EXPECT_EQ(passed_over, (std::map<std::string, std::uint64_t>{{"", 1}, {".jpg", 1}}));
}

TEST_F(DocumentFilesTest, AreWhatTheirContentSays) {
  folder.put("page", "<!doctype html><p>x");
  folder.put("crawl.txt",
             "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:1>\r\n"
             "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi\r\n\r\n");
  folder.put("rows.txt", "{\"id\": \"r\", \"text\": \"row\"}\n");
  EXPECT_EQ(
      read({folder.path("page"), folder.path("crawl.txt"), folder.path("rows.txt")}),
      (Told{"page|text/html|<!doctype html><p>x", "<urn:1>|text/plain|hi", "r|text/plain|row"}));
}

TEST_F(DocumentFilesTest, NamedByTheUserAreTextIfNothingElseIsKnown) {
  EXPECT_EQ(read({folder.put("LICENSE", "free")}), Told{"LICENSE|text/plain|free"});
}

TEST_F(DocumentFilesTest, ThatCannotBeReadAreToldAndTheOthersAreRead) {
  const std::string good = folder.put("good.txt", "good");
  EXPECT_EQ(read({folder.path("missing"), folder.put("large.txt", std::string(200, 'x')),
                  folder.put("table.csv", "a,b\n1,2\n"), good},
                 {.most_bytes = 100}),
            Told{"good.txt|text/plain|good"});
  ASSERT_EQ(issues.size(), 3u);
  EXPECT_EQ(issues[0].code, "unreadable");
  EXPECT_EQ(issues[0].file, folder.path("missing"));
  EXPECT_TRUE(issues[0].message.starts_with("there is no such file")) << issues[0].message;
  EXPECT_EQ(issues[1].code, "too_large");
  EXPECT_EQ(issues[2].code, "unreadable");
  EXPECT_NE(issues[2].message.find("no column with the text"), std::string::npos);
}

TEST_F(DocumentFilesTest, LinksToFoldersDoNotLeadInCircles) {
  std::filesystem::create_directory_symlink(folder.path(""), folder.path("self"));
  folder.put("a.txt", "once");
  std::filesystem::create_symlink(folder.path("a.txt"), folder.path("b.txt"));
  EXPECT_EQ(read({folder.path("")}), (Told{"a.txt|text/plain|once", "b.txt|text/plain|once"}));
}

TEST_F(DocumentFilesTest, SayHowFarTheyAre) {
  DocumentFiles files({folder.put("a.txt", "12345"), folder.put("b.txt", "123")});
  EXPECT_EQ(files.total(), 8u);
  Document document;
  ASSERT_TRUE(files.next(document, issues));
  EXPECT_EQ(files.consumed(), 5u);
  EXPECT_EQ(DocumentFiles({folder.path("")}).total(), std::nullopt);
}

TEST_F(DocumentFilesTest, StopWhenTheyAreToStop) {
  const std::atomic<bool> stop{true};
  DocumentFiles files({folder.put("a.txt", "x")}, {}, &stop);
  Document document;
  EXPECT_THROW(files.next(document, issues), Interrupted);
}

}  // namespace
}  // namespace unspin
