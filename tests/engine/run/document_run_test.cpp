#include "engine/run/document_run.hpp"

#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/io/byte_source.hpp"

namespace unspin {
namespace {

/// Documents "0", "1", … with damage before every seventh.
class CountingReader : public DocumentReader {
 public:
  explicit CountingReader(std::size_t count) : count_(count) {}

  bool next(Document& document, std::vector<DocumentIssue>& issues) override {
    if (at_ == count_) {
      return false;
    }
    if (at_ % 7 == 0) {
      issues.emplace_back().message = std::to_string(at_);
    }
    document.clear();
    document.bytes = std::to_string(at_++);
    return true;
  }
  std::uint64_t consumed() const override { return at_; }
  std::optional<std::uint64_t> total() const override { return count_; }

 private:
  std::size_t count_, at_ = 0;
};

class Lines : public DocumentWorker {
 public:
  DocumentOutcome process(Document& document, std::string& out) override {
    if (document.bytes.ends_with('9')) {
      return {.passed_over = "nine"};
    }
    if (document.bytes == "666") {
      throw std::runtime_error("no such number");
    }
    out += document.bytes + "\n";
    return {};
  }
};

class StringSink : public Sink {
 public:
  void write(std::string_view bytes) override { text += bytes; }
  void finish() override {}
  std::string text;
};

DocumentSummary run(std::size_t count, Sink& sink, const DocumentRunOptions& options) {
  CountingReader reader(count);
  return run_documents(
      reader, sink, [] { return std::make_unique<Lines>(); }, options);
}

TEST(DocumentRun, WritesTheSameInInputOrderForAnyNumberOfThreads) {
  std::string expected;
  for (int i = 0; i < 600; ++i) {
    expected += i % 10 == 9 ? "" : std::to_string(i) + "\n";
  }
  for (const int threads : {1, 2, 8}) {
    StringSink sink;
    std::vector<std::string> issues;
    const DocumentSummary summary =
        run(600, sink, {.threads = threads, .on_issue = [&](const DocumentIssue& issue) {
                          issues.push_back(issue.message);
                        }});
    EXPECT_EQ(sink.text, expected);
    EXPECT_EQ(summary.documents, 540u);
    EXPECT_EQ(summary.passed_over.at("nine"), 60u);
    EXPECT_EQ(summary.issues, 86u);
    EXPECT_EQ(issues.back(), "595");
    EXPECT_FALSE(summary.was_stopped);
  }
}

TEST(DocumentRun, ThrowsWhatAWorkerThrowsWhenAllBeforeItIsWritten) {
  StringSink sink;
  EXPECT_THROW(run(1000, sink, {.threads = 2}), std::runtime_error);
  EXPECT_TRUE(sink.text.ends_with("\n664\n665\n"));
}

TEST(DocumentRun, StopsAtAWholeDocument) {
  const std::atomic<bool> stop{true};
  StringSink sink;
  const DocumentSummary summary = run(100, sink, {.threads = 2, .stop = &stop});
  EXPECT_TRUE(summary.was_stopped);
  EXPECT_EQ(sink.text, "");
}

TEST(DocumentRun, TellsDamageEvenWhereThereIsNoDocument) {
  class OnlyDamage : public CountingReader {
   public:
    OnlyDamage() : CountingReader(0) {}
    bool next(Document&, std::vector<DocumentIssue>& issues) override {
      if (!told_) {
        issues.emplace_back();
      }
      told_ = true;
      return false;
    }

   private:
    bool told_ = false;
  };
  OnlyDamage reader;
  StringSink sink;
  EXPECT_EQ(run_documents(reader, sink, [] { return std::make_unique<Lines>(); }, {}).issues, 1u);
}

}  // namespace
}  // namespace unspin
