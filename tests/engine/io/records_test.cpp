// Cutting records: ends of lines, limits, and how the reading goes on behind a bad row.
#include "engine/io/records.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <gtest/gtest.h>
#include <optional>
#include <simdjson.h>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/error.hpp"
#include "tests/engine/io/fake_source.hpp"

namespace unspin {
namespace {

using testing::FakeSource;

/// One line of text for each record: where it starts and what it holds, or what is wrong with it.
std::string describe(const RecordBatch& batch, const Record& record) {
  std::string text = std::to_string(record.line) + ": ";
  if (!record.issue) {
    return text + std::string(batch.view(record));
  }
  return text + "! " + record.issue->code + " at " + std::to_string(record.issue->line) + ":" +
         std::to_string(record.issue->column);
}

std::vector<std::string> drain(RecordReader& reader) {
  std::vector<std::string> found;
  RecordBatch batch;
  while (reader.fill(batch, 3, 1000)) {
    for (const Record& record : batch.records) {
      found.push_back(describe(batch, record));
    }
  }
  return found;
}

/// What is cut out of the text, which must not depend on the sizes of the reads.
std::vector<std::string> cut(std::string_view text, Layout layout, std::size_t limit = 1000) {
  std::vector<std::string> whole;
  for (const std::size_t piece : {1'000'000u, 1u, 2u, 3u, 4u, 5u, 6u, 7u}) {
    FakeSource source{std::string(text), piece};
    RecordReader reader(source, "rows", layout, limit);
    const auto found = drain(reader);
    if (whole.empty()) {
      whole = found;
    }
    EXPECT_EQ(found, whole) << "in pieces of " << piece;
  }
  return whole;
}

std::vector<std::string> cut_csv(std::string_view rows, std::size_t limit = 1000) {
  return cut("source,rewrite\n" + std::string(rows), Layout::csv, limit);
}

using Rows = std::vector<std::string>;

TEST(RecordsJsonl, EachLineIsARecord) {
  EXPECT_EQ(cut("{1}\n{2}\n", Layout::jsonl), (Rows{"1: {1}", "2: {2}"}));
  EXPECT_EQ(cut("{1}\n{2}", Layout::jsonl), (Rows{"1: {1}", "2: {2}"}));
  EXPECT_EQ(cut("", Layout::jsonl), Rows{});
}

TEST(RecordsJsonl, OneCarriageReturnBelongsToTheLineEnd) {
  EXPECT_EQ(cut("{1}\r\n{2}\r\r\n{3}\r", Layout::jsonl), (Rows{"1: {1}", "2: {2}\r", "3: {3}"}));
}

TEST(RecordsJsonl, AByteOrderMarkIsDroppedAtTheStartOnly) {
  EXPECT_EQ(cut("\xEF\xBB\xBF{1}\n\xEF\xBB\xBF{2}", Layout::jsonl),
            (Rows{"1: {1}", "2: \xEF\xBB\xBF{2}"}));
  EXPECT_EQ(cut("\xEF\xBB", Layout::jsonl), (Rows{"1: \xEF\xBB"}));
}

TEST(RecordsJsonl, AnEmptyLineIsAnIssueInItsPlace) {
  EXPECT_EQ(cut("{1}\n\n \t\r\n{2}\n", Layout::jsonl),
            (Rows{"1: {1}", "2: ! empty_line at 2:0", "3: ! empty_line at 3:0", "4: {2}"}));
}

TEST(RecordsJsonl, TheLimitCountsTheRecordWithoutItsLineEnd) {
  EXPECT_EQ(cut("12345\n12345\r\n123456\n123456\r\n1234567890\n12345\r\n12345", Layout::jsonl, 5),
            (Rows{"1: 12345", "2: 12345", "3: ! line_too_long at 3:0", "4: ! line_too_long at 4:0",
                  "5: ! line_too_long at 5:0", "6: 12345", "7: 12345"}));
  EXPECT_EQ(cut("123456", Layout::jsonl, 5), Rows{"1: ! line_too_long at 1:0"});
  EXPECT_EQ(cut("1234567890", Layout::jsonl, 5), Rows{"1: ! line_too_long at 1:0"});
}

/// Twenty megabytes without a line end.
class LongLine : public ByteSource {
 public:
  std::size_t read(std::span<char> into) override {
    largest_ = std::max(largest_, into.size());
    const std::size_t length = std::min(into.size(), left_);
    std::fill_n(into.begin(), length, 'x');
    left_ -= length;
    return length;
  }
  std::uint64_t consumed() const override { return 0; }
  std::optional<std::uint64_t> total() const override { return std::nullopt; }
  std::size_t largest_read() const { return largest_; }

 private:
  std::size_t left_ = 20'000'000;
  std::size_t largest_ = 0;
};

TEST(RecordsJsonl, ALineOfTwentyMegabytesIsSkippedInBoundedMemory) {
  LongLine source;
  RecordReader reader(source, "rows", Layout::jsonl, 100'000);
  RecordBatch batch;
  ASSERT_TRUE(reader.fill(batch, 10, 1 << 20));
  EXPECT_EQ(describe(batch, batch.records.at(0)), "1: ! line_too_long at 1:0");
  EXPECT_NE(batch.records[0].issue->message.find("100000"), std::string::npos);
  EXPECT_LT(batch.bytes.capacity(), 100'000u);
  EXPECT_LT(source.largest_read(), 1'000'000u);  // it is asked for as much as there is room for
}

TEST(RecordsBatch, StopsAtWhicheverLimitComesFirst) {
  FakeSource source("{1}\n{22}\n{333}\n{4}\n");
  RecordReader reader(source, "rows", Layout::jsonl);
  RecordBatch batch;
  ASSERT_TRUE(reader.fill(batch, 2, 1000));
  EXPECT_EQ(batch.records.size(), 2u);
  ASSERT_TRUE(reader.fill(batch, 100, 3));
  EXPECT_EQ(batch.records.size(), 1u);
  EXPECT_EQ(batch.view(batch.records[0]), "{333}");
  ASSERT_TRUE(reader.fill(batch, 0, 0));
  EXPECT_EQ(batch.view(batch.records[0]), "{4}");
  EXPECT_FALSE(reader.fill(batch, 1, 1));
  EXPECT_TRUE(batch.records.empty());
  EXPECT_FALSE(reader.fill(batch, 1, 1));
}

/// A pipe whose writer waits until what was written has been read.
class SlowPipe : public FakeSource {
 public:
  using FakeSource::FakeSource;
  bool would_wait() const override { return true; }
};

TEST(RecordsBatch, IsNotHeldBackForARowThatMustBeWaitedFor) {
  SlowPipe source("{1}\n{2}\n{3", 8);
  RecordReader reader(source, "rows", Layout::jsonl);
  RecordBatch batch;
  ASSERT_TRUE(reader.fill(batch, 100, 1000));
  EXPECT_EQ(batch.records.size(), 2u);
  EXPECT_EQ(source.consumed(), 8u);
  EXPECT_TRUE(reader.would_wait());
  ASSERT_TRUE(reader.fill(batch, 100, 1000));
  EXPECT_EQ(batch.view(batch.records.at(0)), "{3");
  EXPECT_FALSE(reader.would_wait());
}

TEST(RecordsBatch, HasPaddingBehindTheLastRecord) {
  FakeSource source("{1}");
  RecordReader reader(source, "rows", Layout::jsonl);
  RecordBatch batch;
  ASSERT_TRUE(reader.fill(batch, 1, 1));
  const Record& last = batch.records.back();
  EXPECT_GE(batch.bytes.size(), last.offset + last.length + simdjson::SIMDJSON_PADDING);
}

TEST(RecordsBatch, AnErrorOfTheSourceComesAfterTheRecordsBeforeIt) {
  FakeSource source("{1}\n{2}\n{cut in tw", 7, FakeSource::Ending::error);
  RecordReader reader(source, "rows", Layout::jsonl);
  RecordBatch batch;
  ASSERT_TRUE(reader.fill(batch, 100, 1000));
  ASSERT_EQ(batch.records.size(), 2u);
  EXPECT_EQ(batch.view(batch.records[1]), "{2}");
  EXPECT_THROW(reader.fill(batch, 100, 1000), Error);
  EXPECT_TRUE(batch.records.empty());
  EXPECT_THROW(reader.fill(batch, 100, 1000), Error);
}

TEST(RecordsBatch, ACsvRowCutByAnErrorIsNotARecord) {
  FakeSource source("source,rewrite\na,b\nc,\"d", 7, FakeSource::Ending::error);
  RecordReader reader(source, "rows", Layout::csv);
  RecordBatch batch;
  ASSERT_TRUE(reader.fill(batch, 100, 1000));
  ASSERT_EQ(batch.records.size(), 1u);
  EXPECT_EQ(batch.view(batch.records[0]), "a,b");
  EXPECT_THROW(reader.fill(batch, 100, 1000), Error);
}

TEST(RecordsCsv, QuotedFieldsHoldCommasQuotesAndLineBreaks) {
  EXPECT_EQ(cut_csv("a,\"b, c\"\n\"d\n\"\"e\"\"\r\n\n\",f\r\ng,h"),
            (Rows{"2: a,\"b, c\"", "3: \"d\n\"\"e\"\"\r\n\n\",f", "7: g,h"}));
  EXPECT_EQ(cut_csv("a,\"\"\n\"\",\"\"\"\"\r\n"), (Rows{"2: a,\"\"", "3: \"\",\"\"\"\""}));
  EXPECT_EQ(cut_csv("a,\"b\"\r"), Rows{"2: a,\"b\""});
}

TEST(RecordsCsv, AQuoteInsideAnUnquotedFieldIsData) {
  EXPECT_EQ(cut_csv("5\" disk,a \"b\"\nc,d\n"), (Rows{"2: 5\" disk,a \"b\"", "3: c,d"}));
}

TEST(RecordsCsv, ReadingResumesAtTheLineBehindAnUnclosedQuote) {
  EXPECT_EQ(cut_csv("a,\"b\nc,d\ne,f\n"), (Rows{"2: ! unclosed_quote at 2:3", "3: c,d", "4: e,f"}));
}

TEST(RecordsCsv, ReadingResumesWhenLaterRowsHaveQuotesToo) {
  EXPECT_EQ(cut_csv("a,\"b\nc,\"d\"\n\"e\",\"f\ng\"\nh,i\n"),
            (Rows{"2: ! unclosed_quote at 2:3", "3: c,\"d\"", "4: \"e\",\"f\ng\"", "6: h,i"}));
}

TEST(RecordsCsv, AQuoteThatClosesOnALaterLineWithTextBehindItIsTakenForAnUnclosedOne) {
  EXPECT_EQ(cut_csv("\"a\nb\"c,d\ne,f\n"),
            (Rows{"2: ! unclosed_quote at 2:1", "3: b\"c,d", "4: e,f"}));
}

TEST(RecordsCsv, TextBehindAClosingQuoteCostsOnlyItsRow) {
  EXPECT_EQ(cut_csv("a,\"b\" c\nd,e\n"), (Rows{"2: ! text_after_quote at 2:5", "3: d,e"}));
  EXPECT_EQ(cut_csv("a,\"b\"\rc\nd,e\n"), (Rows{"2: ! text_after_quote at 2:5", "3: d,e"}));
  // In a row of several lines, the lines behind the first are read as rows of their own.
  EXPECT_EQ(cut_csv("\"a\nb\",\"c\"d\ne,f\n"),
            (Rows{"2: ! text_after_quote at 3:6", "3: ! text_after_quote at 3:6", "4: e,f"}));
}

TEST(RecordsCsv, TheQuoteThatNeverClosesIsNamedNotTheFirst) {
  EXPECT_EQ(cut_csv("\"a\nb\",\"c\nd,e\n"),
            (Rows{"2: ! unclosed_quote at 3:4", "3: ! unclosed_quote at 3:4", "4: d,e"}));
}

TEST(RecordsCsv, AQuoteThatDoesNotCloseWithinTheLimitIsGivenUp) {
  EXPECT_EQ(cut_csv("a,\"b\nc,d\neeeeeee,f\ng,h\n", 15),
            (Rows{"2: ! unclosed_quote at 2:3", "3: c,d", "4: eeeeeee,f", "5: g,h"}));
}

TEST(RecordsCsv, ALongLineIsSkipped) {
  EXPECT_EQ(cut_csv("aaaaaaaaaa,bbbbbbbbbbbb\nc,d\n", 15),
            (Rows{"2: ! line_too_long at 2:0", "3: c,d"}));
  EXPECT_EQ(cut_csv("a,\"bbbbbbbbbbbbbbbbbbbbb\nc,d\n", 15),
            (Rows{"2: ! line_too_long at 2:0", "3: c,d"}));
  EXPECT_EQ(cut_csv("\"a\nb\",ccccccccccccccccccc\nd,e\n", 15),
            (Rows{"2: ! line_too_long at 2:0", "4: d,e"}));
}

TEST(RecordsCsv, EmptyLinesAreIssues) {
  EXPECT_EQ(cut_csv("\na,b\n  \r\n"),
            (Rows{"2: ! empty_line at 2:0", "3: a,b", "4: ! empty_line at 4:0"}));
}

TEST(RecordsCsv, OddQuotesInEveryLineStillTakeLinearTime) {
  // Each row swallows all that follow it; followed naively, 100,000 rows would be 10^10 steps.
  std::string rows;
  for (int i = 0; i < 100'000; ++i) {
    rows += "x\",\"y\n";
  }
  FakeSource source("source,rewrite\n" + rows, 1 << 20);
  RecordReader reader(source, "rows", Layout::csv);
  const auto begin = std::chrono::steady_clock::now();
  const auto found = drain(reader);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
  ASSERT_EQ(found.size(), 100'000u);
  EXPECT_EQ(found.front(), "2: ! unclosed_quote at 100001:4");
  EXPECT_EQ(found.back(), "100001: ! unclosed_quote at 100001:4");
}

TEST(RecordsTsv, FieldsAreRaw) {
  EXPECT_EQ(cut("source\trewrite\n\"a\tb\"\nc\td\r\n\t\n", Layout::tsv),
            (Rows{"2: \"a\tb\"", "3: c\td", "4: \t"}));
}

std::string header_error(std::string_view text, std::optional<Layout> layout = std::nullopt) {
  FakeSource source{std::string(text)};
  try {
    RecordReader(source, "rows", layout);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::unreadable_input);
    EXPECT_NE(error.remedy().find("`source` and `rewrite`"), std::string::npos);
    return error.what();
  }
  return "";
}

TEST(RecordsHeader, NamesTheColumns) {
  FakeSource source("\xEF\xBB\xBF\"id\",source,\"re\"\"f\",rewrite\r\n1,a,b,c\n");
  RecordReader reader(source, "rows");
  EXPECT_EQ(reader.layout(), Layout::csv);
  EXPECT_EQ(reader.columns(), (Rows{"id", "source", "re\"f", "rewrite"}));
  EXPECT_EQ(drain(reader), Rows{"2: 1,a,b,c"});
}

TEST(RecordsHeader, MustHaveSourceAndRewrite) {
  EXPECT_EQ(header_error("id,source,rewritten\n"),
            "rows: no column `rewrite` (found: `id`, `source`, `rewritten`)");
  EXPECT_EQ(header_error("id\trewrite\n"), "rows: no column `source` (found: `id`, `rewrite`)");
  EXPECT_EQ(header_error("source,rewrite,source\n"),
            "rows: the column `source` is there 2 times (found: `source`, `rewrite`, `source`)");
}

TEST(RecordsHeader, MustBeThere) {
  EXPECT_EQ(header_error("", Layout::csv), "rows: there is no header");
  EXPECT_EQ(header_error("", Layout::tsv), "rows: there is no header");
  EXPECT_NE(header_error("\nsource,rewrite\n", Layout::csv), "");
  EXPECT_NE(header_error("source,rewrite,\xff\n", Layout::csv), "");
  EXPECT_NE(header_error("source,\"rewrite\n", Layout::csv), "");
}

TEST(RecordsHeader, AnErrorOfTheSourceIsNotAMissingHeader) {
  FakeSource source("sou", 7, FakeSource::Ending::error);
  try {
    RecordReader(source, "rows", Layout::csv);
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "fake: damaged");
  }
}

Layout guessed(std::string_view name, std::string_view text) {
  FakeSource source{std::string(text), 1};
  return RecordReader(source, std::string(name)).layout();
}

TEST(LayoutGuess, GoesByTheNameUnderTheCompression) {
  EXPECT_EQ(guessed("a.jsonl", "source,rewrite\n"), Layout::jsonl);
  EXPECT_EQ(guessed("a.NDJSON.gz", ""), Layout::jsonl);
  EXPECT_EQ(guessed("a.json", ""), Layout::jsonl);
  EXPECT_EQ(guessed("a.tsv.zst", "source\trewrite"), Layout::tsv);
  EXPECT_EQ(guessed("a.csv", "source,rewrite,a\tb"), Layout::csv);
}

TEST(LayoutGuess, ElseByTheFirstLine) {
  EXPECT_EQ(guessed("-", "\xEF\xBB\xBF {\"source\": \"a\\tb\"}"), Layout::jsonl);
  EXPECT_EQ(guessed("-", "source\trewrite\na,b"), Layout::tsv);
  EXPECT_EQ(guessed("a.txt", "source,rewrite\na\tb"), Layout::csv);
  EXPECT_EQ(guessed("-", ""), Layout::jsonl);  // no rows, and no header that could be missing
}

}  // namespace
}  // namespace unspin
