// The index of originals: keys of a page, building, opening, and looking up the keys of a page.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

#include "bench/benchmarks.hpp"
#include "bench/made_library.hpp"

namespace unspin::bench {
namespace {

constexpr std::uint32_t library_sizes[] = {1'000, 10'000};

Library made_library(const TextMaker& maker, std::uint32_t originals, const KeyOptions& keys) {
  return {[&](std::uint32_t number) { return maker.text(number); }, originals, keys};
}

void find_keys(benchmark::State& state, const std::string& text) {
  KeyFinder finder;
  std::vector<Key> keys;
  for (auto iteration : state) {
    finder.find(text, keys);
    benchmark::DoNotOptimize(keys.data());
  }
  const auto passes = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(passes * static_cast<std::int64_t>(keys.size()));
  state.SetBytesProcessed(passes * static_cast<std::int64_t>(text.size()));
}

/// Keys, sorting and the file, on all cores, of texts that are packed already.
void build(benchmark::State& state, const TextMaker& maker, std::uint32_t originals,
           const KeyOptions& keys) {
  Library library = made_library(maker, originals, keys);
  for (auto iteration : state) {
    library.build(keys);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * originals);
  const SegmentFoot foot = library.open().segments()[0].foot();
  const auto bytes_of = [&](SegmentSection section) {
    return static_cast<double>(foot.places[static_cast<std::size_t>(section)].bytes);
  };
  state.counters["key_bytes_a_place"] =
      (bytes_of(SegmentSection::buckets) + bytes_of(SegmentSection::offsets)) /
      static_cast<double>(foot.postings);
  state.counters["places_a_key"] =
      static_cast<double>(foot.postings) / static_cast<double>(foot.keys);
  state.counters["text_bytes_an_original"] = bytes_of(SegmentSection::texts) / originals;
}

void open(benchmark::State& state, const TextMaker& maker, std::uint32_t originals) {
  const Library library = made_library(maker, originals, {});
  for (auto iteration : state) {
    benchmark::DoNotOptimize(library.open().size());
  }
}

/// All keys of pages that are not in the library, but share words with it.
void probe(benchmark::State& state, const TextMaker& maker, std::uint32_t originals,
           const KeyOptions& options) {
  const Library library = made_library(maker, originals, options);
  const OriginalsIndex index = library.open();
  KeyFinder finder(options);
  std::vector<std::vector<Key>> pages(200);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    finder.find(maker.text(1'000'000'000 + i), pages[i]);
  }
  std::vector<IndexedKey> found;
  std::size_t page = 0, keys = 0, found_keys = 0;
  for (auto iteration : state) {
    const std::vector<Key>& at_hand = pages[page++ % pages.size()];
    index.look_up(at_hand, found);
    keys += at_hand.size();
    found_keys += found.size();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(keys));
  state.counters["found"] = static_cast<double>(found_keys) / static_cast<double>(keys);
}

}  // namespace

void register_index_benchmarks(const Inputs& inputs) {
  benchmark::RegisterBenchmark("index/keys", [&inputs](benchmark::State& state) {
    find_keys(state, inputs.ascii_text);
  })->Unit(benchmark::kMicrosecond);
  const auto maker = std::make_shared<TextMaker>(inputs.article_pairs.pairs);
  for (const std::uint32_t originals : library_sizes) {
    for (const std::uint32_t sampling : {1u, 4u}) {
      const KeyOptions keys = {.language = "en", .sampling = sampling};
      const std::string name = fmt::format("{}/sampling:{}", originals, sampling);
      benchmark::RegisterBenchmark(
          ("index/build/" + name).c_str(),
          [=](benchmark::State& state) { build(state, *maker, originals, keys); })
          ->Unit(benchmark::kMillisecond)
          ->UseRealTime();
      benchmark::RegisterBenchmark(("index/probe/" + name).c_str(), [=](benchmark::State& state) {
        probe(state, *maker, originals, keys);
      })->Unit(benchmark::kMicrosecond);
    }
    benchmark::RegisterBenchmark(fmt::format("index/open/{}", originals).c_str(),
                                 [=](benchmark::State& state) { open(state, *maker, originals); })
        ->Unit(benchmark::kMicrosecond);
  }
}

}  // namespace unspin::bench
