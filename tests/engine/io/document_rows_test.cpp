#include "engine/io/document_rows.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "engine/io/error.hpp"
#include "tests/crawl/packing.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin {
namespace {

struct Reading {
  std::vector<Document> documents;
  std::vector<DocumentIssue> issues;
};

Reading read_all(const std::string& path, const DocumentLimits& limits = {}) {
  const auto reader = open_document_rows(path, limits);
  Reading all;
  Document document;
  while (reader->next(document, all.issues)) {
    all.documents.push_back(document);
  }
  return all;
}

class DocumentRows : public ::testing::Test {
 protected:
  testing::ScratchFolder folder;
};

TEST_F(DocumentRows, OfJsonLinesHaveTextAndWhatIsKnownOfIt) {
  const std::string path = folder.put(
      "crawl.jsonl",
      R"({"id": "a", "text": "One \"quoted\" text.", "url": "http://x.org/1", "date": "2024-05-06"})"
      "\n"
      R"({"id": 7, "html": "<p>Two", "timestamp": "2024", "score": 1.10, "tags": ["x"]})"
      "\n"
      R"({"content": "Three", "source": "news", "title": "T"})"
      "\n");
  const Reading all = read_all(path);
  ASSERT_EQ(all.documents.size(), 3u);
  EXPECT_TRUE(all.issues.empty());
  EXPECT_EQ(all.documents[0].id, "a");
  EXPECT_EQ(all.documents[0].bytes, "One \"quoted\" text.");
  EXPECT_EQ(all.documents[0].address, "http://x.org/1");
  EXPECT_EQ(all.documents[0].date, "2024-05-06");
  EXPECT_EQ(all.documents[0].media_type, "text/plain");
  EXPECT_EQ(all.documents[1].id, "7");
  EXPECT_EQ(all.documents[1].media_type, "text/html");
  EXPECT_EQ(all.documents[1].metadata, (std::vector<std::pair<std::string, std::string>>{
                                           {"score", "1.10"}, {"tags", "[\"x\"]"}}));
  EXPECT_EQ(all.documents[2].id, path + ":3");
  EXPECT_EQ(all.documents[2].line, 3u);
  EXPECT_EQ(all.documents[2].metadata.front().second, "\"news\"");  // no field of ours
}

TEST_F(DocumentRows, OfTablesAreReadByTheNamesOfTheirColumns) {
  const std::string csv = folder.put("crawl.csv",
                                     "url,text,id,language\r\n"
                                     "http://x.org,\"One, \"\"two\"\",\nthree\",a,en\r\n"
                                     "http://y.org,Four,,de\r\n");
  const Reading all = read_all(csv);
  ASSERT_EQ(all.documents.size(), 2u);
  EXPECT_EQ(all.documents[0].bytes, "One, \"two\",\nthree");
  EXPECT_EQ(all.documents[0].id, "a");
  EXPECT_EQ(all.documents[0].address, "http://x.org");
  EXPECT_EQ(all.documents[0].metadata.front().second, "\"en\"");
  EXPECT_EQ(all.documents[1].id, csv + ":4");
}

TEST_F(DocumentRows, ABrokenRowIsToldWithItsLineAndTheRestIsRead) {
  const Reading all = read_all(folder.put("crawl.jsonl",
                                          "{\"text\": \"One\"}\n"
                                          "{\"text\": \"Two\"\n"
                                          "{\"title\": \"no text\"}\n"
                                          "{\"text\": 3}\n"
                                          "{\"text\": \"a\", \"html\": \"b\"}\n"
                                          "{\"text\": \"Six\"}"));
  ASSERT_EQ(all.documents.size(), 2u);
  EXPECT_EQ(all.documents[1].bytes, "Six");
  std::vector<std::pair<std::uint64_t, std::string>> told;
  for (const DocumentIssue& issue : all.issues) {
    told.emplace_back(issue.line, issue.code);
  }
  EXPECT_EQ(told, (std::vector<std::pair<std::uint64_t, std::string>>{
                      {2, "bad_json"}, {3, "missing_field"}, {4, "wrong_type"}, {5, "two_texts"}}));
}

TEST_F(DocumentRows, ARowThatIsTooLargeIsPassedOver) {
  const Reading all = read_all(folder.put("crawl.jsonl", "{\"text\": \"" + std::string(500, 'x') +
                                                             "\"}\n{\"text\": \"short\"}\n"),
                               {.most_bytes = 100});
  ASSERT_EQ(all.documents.size(), 1u);
  ASSERT_EQ(all.issues.size(), 1u);
  EXPECT_EQ(all.issues[0].code, "too_large");
}

TEST_F(DocumentRows, ATableWithoutATextIsRefused) {
  const std::string path = folder.put("crawl.tsv", "id\turl\na\tb\n");
  try {
    open_document_rows(path);
    FAIL() << "read a table without a text";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("no column with the text (found: `id`, `url`)"),
              std::string::npos)
        << error.what();
    EXPECT_NE(error.remedy().find("`text` or `content` or `html`"), std::string::npos);
  }
}

TEST_F(DocumentRows, WhatCannotBeReadOnIsToldAndNothingBeforeItIsLost) {
  // A gzip member that ends too early: its first row is there.
  const std::string rows = "{\"text\": \"One\"}\n{\"text\": \"Two\"}\n";
  const std::string path = folder.path("crawl.jsonl.gz");
  ASSERT_EQ(std::system(("printf '%s' '" + rows + "' | gzip -c | head -c 40 > " + path).c_str()),
            0);
  const Reading all = read_all(path);
  ASSERT_FALSE(all.issues.empty());
  EXPECT_EQ(all.issues.back().code, "unreadable");
}

TEST_F(DocumentRows, ThousandsOfBrokenRowsInARowAreToldAsOne) {
  const Reading all = read_all(
      folder.put("crawl.jsonl", std::string(5000, '\n') + "{\"text\": \"One\"}\n" + "{\n"));
  ASSERT_EQ(all.documents.size(), 1u);
  ASSERT_EQ(all.issues.size(), 1002u);
  EXPECT_EQ(all.issues[1000].code, "more_damage");
  EXPECT_EQ(all.issues[1000].line, 5000u);
  EXPECT_EQ(all.issues[1000].message, "4000 more broken rows up to this one");
  EXPECT_EQ(all.issues[1001].line, 5002u) << "a good row begins the count anew";
}

TEST_F(DocumentRows, AFileThatUnpacksToFarMoreThanItsSizeIsReadUpToThere) {
  const std::string rows = "{\"text\": \"One\"}\n" + std::string(30'000'000, ' ');
  const std::string path = folder.put("crawl.jsonl.zst", testing::zstd_frame(rows));
  const Reading all = read_all(path);
  EXPECT_EQ(all.documents.size(), 1u);
  ASSERT_FALSE(all.issues.empty());
  EXPECT_EQ(all.issues.back().code, "unreadable");
  EXPECT_NE(all.issues.back().message.find("1000 times its size"), std::string::npos);
  EXPECT_EQ(read_all(path, {.most_ratio = 100'000}).issues.back().code, "empty_line");
}

}  // namespace
}  // namespace unspin
