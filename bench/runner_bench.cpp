// A stream of pairs end to end, from the bytes of JSON lines to the bytes of the results: what
// `unspin score --pairs` does but for opening files. In wall time, as a user sees it.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdint>
#include <cstring>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/benchmarks.hpp"
#include "engine/io/byte_source.hpp"
#include "engine/io/json_text.hpp"
#include "engine/io/pair_row.hpp"
#include "engine/io/sink.hpp"
#include "engine/report/json_report.hpp"
#include "engine/run/runner.hpp"
#include "scorers/catalogue.hpp"

namespace unspin::bench {
namespace {

/// Enough batches that the threads' waiting at the ends of the stream does not count.
constexpr std::size_t least_rows = 50'000;

struct Stream {
  std::string jsonl;
  std::size_t rows = 0;
};

Stream repeat_as_jsonl(const PairSet& set) {
  Stream stream;
  while (stream.rows < least_rows) {
    for (const TextPair& pair : set.pairs) {
      stream.jsonl += fmt::format("{{\"id\": {}, \"source\": ", ++stream.rows);
      append_json_string(pair.source, stream.jsonl);
      stream.jsonl += ", \"rewrite\": ";
      append_json_string(pair.rewrite, stream.jsonl);
      stream.jsonl += "}\n";
    }
  }
  return stream;
}

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

  std::size_t read(std::span<char> into) override {
    const std::size_t count = std::min(into.size(), bytes_.size() - read_);
    std::memcpy(into.data(), bytes_.data() + read_, count);
    read_ += count;
    return count;
  }
  std::uint64_t consumed() const override { return read_; }
  std::optional<std::uint64_t> total() const override { return bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t read_ = 0;
};

class CountingSink : public Sink {
 public:
  void write(std::string_view bytes) override { bytes_ += bytes.size(); }
  void finish() override {}
  std::uint64_t bytes() const { return bytes_; }

 private:
  std::uint64_t bytes_ = 0;
};

/// As the command's worker, for rows that are known to be good.
class ScoreWorker : public RowWorker {
 public:
  ScoreWorker(const std::vector<Selected>& selected, std::string_view signature,
              const RecordReader& reader)
      : selected_(selected), signature_(signature), parser_(reader) {}

  RowOutcome process(const RecordBatch& batch, const Record& record, std::string& out) override {
    if (auto issue = parser_.parse(batch.view(record), record.line, row_)) {
      return {.issue = std::move(issue)};
    }
    pair_.assign({row_.source, row_.rewrite});
    score_pair(pair_, selected_, scores_);
    append_json({.id = row_.id, .selected = selected_, .scores = scores_, .signature = signature_},
                {}, out);
    return {};
  }

 private:
  const std::vector<Selected>& selected_;
  std::string_view signature_;
  PairRowParser parser_;
  PreparedPair pair_;
  PairRow row_;
  std::vector<Score> scores_;
};

void register_run(const std::string& name, const std::shared_ptr<const Stream>& stream,
                  const std::vector<Selected>& selected) {
  const auto measure = [stream, selected](benchmark::State& state) {
    const std::string signature = signature_of("", nullptr);
    std::uint64_t written = 0;
    for (auto iteration : state) {
      MemorySource source(stream->jsonl);
      RecordReader reader(source, "memory", Layout::jsonl);
      CountingSink sink;
      const RunSummary summary =
          run(reader, source, sink,
              [&] { return std::make_unique<ScoreWorker>(selected, signature, reader); },
              {.threads = static_cast<int>(state.range(0))});
      if (summary.rows != stream->rows || summary.broken > 0) {
        state.SkipWithError("not all rows were scored");
        break;
      }
      written = sink.bytes();
    }
    const auto runs = static_cast<std::int64_t>(state.iterations());
    state.SetItemsProcessed(runs * static_cast<std::int64_t>(stream->rows));
    state.SetBytesProcessed(runs * static_cast<std::int64_t>(stream->jsonl.size()));
    state.counters["output"] = benchmark::Counter(static_cast<double>(written));
  };
  benchmark::RegisterBenchmark(("runner/" + name).c_str(), measure)
      ->ArgName("threads")
      ->Arg(1)
      ->Arg(2)
      ->UseRealTime()
      ->Unit(benchmark::kMillisecond);
}

}  // namespace

void register_runner_benchmarks(const Inputs& inputs) {
  const auto stream = std::make_shared<const Stream>(repeat_as_jsonl(inputs.short_pairs));
  std::vector<Selected> bleu;
  select("bleu", bleu);
  register_run("bleu", stream, bleu);
  register_run("all_defaults", stream, default_selection());
}

}  // namespace unspin::bench
