#include "engine/run/runner.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <stdexcept>

#include "tests/engine/io/fake_source.hpp"

namespace unspin {
namespace {

using testing::FakeSource;
constexpr std::size_t large_pieces = 1 << 16;

class TextSink : public Sink {
 public:
  void write(std::string_view bytes) override { text += bytes; }
  void finish() override {}
  std::string text;
};

/// Repeats the row, says "bad" of rows with an x, throws at "throw".
class EchoWorker : public RowWorker {
 public:
  RowOutcome process(const RecordBatch& batch, const Record& record, std::string& out) override {
    const std::string_view row = batch.view(record);
    if (row.starts_with("throw")) {
      throw std::runtime_error(std::string(row));
    }
    out += row;
    out += '\n';
    if (row.find('x') == std::string_view::npos) {
      return {.label = Label::spun};
    }
    return {.issue = RowIssue{.line = record.line, .column = 0, .code = "bad", .message = {}}};
  }
};

std::string numbered_rows(int count) {
  std::string rows;
  for (int i = 0; i < count; ++i) {
    rows += "row " + std::to_string(i) + (i % 1000 == 7 ? " x\n" : "\n");
  }
  return rows;
}

struct Ran {
  RunSummary summary;
  std::string out;
};

Ran run_text(const std::string& text, RunOptions options,
             FakeSource::Ending ending = FakeSource::Ending::orderly) {
  FakeSource source(text, large_pieces, ending);
  RecordReader reader(source, "rows", Layout::jsonl);
  TextSink sink;
  RunSummary summary = run(
      reader, source, sink, [] { return std::make_unique<EchoWorker>(); }, options);
  return {std::move(summary), std::move(sink.text)};
}

TEST(Runner, WritesTheSameBytesInInputOrderForAnyNumberOfThreads) {
  const std::string rows = numbered_rows(20'000);
  for (const int threads : {1, 2, 3, 8}) {
    const Ran ran = run_text(rows, {.threads = threads});
    EXPECT_EQ(ran.out, rows) << threads << " threads";
    EXPECT_EQ(ran.summary.rows, 20'000u);
    EXPECT_EQ(ran.summary.broken, 20u);
    EXPECT_EQ(ran.summary.labels[static_cast<std::size_t>(Label::spun)], 19'980u);
  }
}

TEST(Runner, ReportsBrokenRowsInOrder) {
  std::vector<std::uint64_t> lines;
  run_text(numbered_rows(5000),
           {.threads = 2, .on_issue = [&](const RowIssue& issue) { lines.push_back(issue.line); }});
  EXPECT_EQ(lines, (std::vector<std::uint64_t>{8, 1008, 2008, 3008, 4008}));
}

TEST(Runner, StopsAtTheNextBatchWhenAsked) {
  std::atomic<bool> stop{false};
  const Ran ran = run_text(
      numbered_rows(50'000),
      {.threads = 2, .stop = &stop, .on_progress = [&](const RunProgress&) { stop = true; }});
  EXPECT_TRUE(ran.summary.was_stopped);
  EXPECT_GT(ran.summary.rows, 0u);
  EXPECT_LT(ran.summary.rows, 50'000u);
  EXPECT_EQ(ran.out, numbered_rows(50'000).substr(0, ran.out.size()));
  EXPECT_EQ(ran.out.back(), '\n');
}

/// Asks for the stop itself, at a row in the middle of a batch.
class StoppingWorker : public EchoWorker {
 public:
  explicit StoppingWorker(std::atomic<bool>& stop) : stop_(stop) {}
  RowOutcome process(const RecordBatch& batch, const Record& record, std::string& out) override {
    if (record.line == 1500) {
      stop_ = true;
    }
    return EchoWorker::process(batch, record, out);
  }

 private:
  std::atomic<bool>& stop_;
};

TEST(Runner, StopsBetweenTwoRowsWithoutAGap) {
  const std::string rows = numbered_rows(4000);
  for (const int threads : {1, 2, 8}) {
    std::atomic<bool> stop{false};
    FakeSource source(rows, large_pieces);
    RecordReader reader(source, "rows", Layout::jsonl);
    TextSink sink;
    const RunSummary summary =
        run(reader, source, sink, [&] { return std::make_unique<StoppingWorker>(stop); },
            {.threads = threads, .stop = &stop});
    EXPECT_TRUE(summary.was_stopped);
    EXPECT_LT(summary.rows, 4000u);
    EXPECT_EQ(sink.text, rows.substr(0, sink.text.size()));
    EXPECT_EQ(static_cast<std::uint64_t>(std::ranges::count(sink.text, '\n')), summary.rows);
  }
}

TEST(Runner, DoesWhatComesBeforeADamage) {
  const Ran ran = run_text(numbered_rows(3), {.threads = 2}, FakeSource::Ending::error);
  EXPECT_EQ(ran.summary.rows, 3u);
  ASSERT_TRUE(ran.summary.read_error.has_value());
  EXPECT_STREQ(ran.summary.read_error->what(), "fake: damaged");
}

TEST(Runner, ThrowsWhatTheEarliestBlockThrew) {
  std::string rows;
  for (int i = 0; i < 3000; ++i) {
    rows += i == 700 || i == 2500 ? "throw " + std::to_string(i) + "\n" : "a\n";
  }
  for (const int threads : {1, 8}) {
    try {
      run_text(rows, {.threads = threads});
      FAIL() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "throw 700");
    }
  }
}

TEST(Runner, HasNothingToDoWithoutRows) {
  EXPECT_EQ(run_text("", {.threads = 2}).summary.rows, 0u);
}

}  // namespace
}  // namespace unspin
