// From bytes to words. `segments` finds all word boundaries: by our scanner with ICU for what is
// not ASCII, and by ICU alone, which gives the same list. `words` is what a pair pays for: the
// words alone, folded and numbered.
#include <benchmark/benchmark.h>
#include <cstdint>
#include <string>
#include <string_view>

#include "bench/benchmarks.hpp"
#include "engine/text/vocabulary.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin::bench {
namespace {

void count_text(benchmark::State& state, const std::string& text, std::size_t pieces) {
  const auto passes = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(passes * static_cast<std::int64_t>(pieces));
  state.SetBytesProcessed(passes * static_cast<std::int64_t>(text.size()));
}

void register_segments(const std::string& name, const std::string& text, WordSegmenter::Path path) {
  const auto measure = [&text, path](benchmark::State& state) {
    WordSegmenter segmenter;
    if (segmenter.segments(text, path) != segmenter.segments(text, WordSegmenter::Path::icu_only)) {
      state.SkipWithError("the segments are not ICU's");
    }
    std::size_t count = 0;
    for (auto iteration : state) {
      count = segmenter.segments(text, path).size();
    }
    count_text(state, text, count);
  };
  benchmark::RegisterBenchmark(("segments/" + name).c_str(), measure)
      ->Unit(benchmark::kMicrosecond);
}

void register_words(const std::string& name, const std::string& text) {
  const auto measure = [&text](benchmark::State& state) {
    WordSegmenter segmenter;
    Vocabulary vocabulary;
    std::size_t count = 0;
    for (auto iteration : state) {
      vocabulary.clear();
      count = 0;
      segmenter.for_each_word(text, [&](WordSegmenter::Segment, std::string_view folded) {
        benchmark::DoNotOptimize(vocabulary.intern(folded));
        ++count;
      });
    }
    count_text(state, text, count);
  };
  benchmark::RegisterBenchmark(("words/" + name).c_str(), measure)->Unit(benchmark::kMicrosecond);
}

void register_text(const std::string& name, const std::string& text) {
  register_segments(name + "/fastest", text, WordSegmenter::Path::fastest);
  register_segments(name + "/icu_only", text, WordSegmenter::Path::icu_only);
  register_words(name, text);
}

}  // namespace

void register_text_benchmarks(const Inputs& inputs) {
  register_text("ascii", inputs.ascii_text);
  register_text("typographic", inputs.typographic_text);
}

}  // namespace unspin::bench
