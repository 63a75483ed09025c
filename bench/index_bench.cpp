// The index of originals: keys of a page, building, opening, and looking up the keys of a page.
//
// The library is made up, 800 words a text: after each word comes one that follows it somewhere in
// corpora/, and one content word in eight gets an ending of its own, so that rare words are as many
// as in a real library. Texts of it share words and phrases, none is a copy.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <omp.h>
#include <random>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include "bench/benchmarks.hpp"
#include "engine/index/index_writer.hpp"
#include "engine/index/originals_index.hpp"
#include "engine/lexicon/function_words.hpp"

namespace unspin::bench {
namespace {

constexpr std::size_t page_words = 800;
constexpr std::uint32_t library_sizes[] = {1'000, 10'000};

/// Texts of words that follow each other in the corpora.
class TextMaker {
 public:
  explicit TextMaker(const Inputs& inputs) {
    for (const TextPair& pair : inputs.article_pairs.pairs) {
      learn(pair.source);
      learn(pair.rewrite);
    }
  }

  std::string text(std::uint64_t number) const {
    std::mt19937_64 random(number);
    std::string made;
    std::uint32_t word = static_cast<std::uint32_t>(random() % words_.size());
    for (std::size_t i = 0; i < page_words; ++i) {
      made += words_[word];
      if (words_[word].size() > 4 && random() % 8 == 0) {
        made.insert(made.size() - 1, rare_ending(random()));
      }
      made += ' ';
      word = followers_[word][random() % followers_[word].size()];
    }
    return made;
  }

 private:
  /// One of 17,576, the first of them often.
  static std::string rare_ending(std::uint64_t chance) {
    const auto letter = [&](unsigned shift) {
      const std::uint64_t a = chance >> shift & 0xff;
      const std::uint64_t b = chance >> (shift + 8) & 0xff;
      return static_cast<char>('a' + a * b * 26 / (255 * 255 + 1));
    };
    return {letter(0), letter(16), letter(32)};
  }

  void learn(std::string_view text) {
    std::uint32_t before = 0;
    for (bool is_first = true; !text.empty(); is_first = false) {
      const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
      const auto [known, is_new] = number_of_.try_emplace(
          std::string(text.substr(0, end)), static_cast<std::uint32_t>(words_.size()));
      if (is_new) {
        words_.push_back(known->first);
        followers_.emplace_back();
      }
      if (!is_first) {
        followers_[before].push_back(known->second);
      }
      before = known->second;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    followers_[before].push_back(0);
  }

  std::map<std::string, std::uint32_t> number_of_;
  std::vector<std::string> words_;
  std::vector<std::vector<std::uint32_t>> followers_;
};

/// An index in a folder that goes when this does.
class Library {
 public:
  Library(const TextMaker& maker, std::uint32_t originals, const KeyOptions& keys)
      : folder_(fmt::format("index-{}-{}.bench", ::getpid(), originals)),
        writer_(folder_, IndexWriter::Folder::may_be_new),
        spool_(folder_) {
    OriginalPacker packer;
    std::string record;
    for (std::uint32_t i = 0; i < originals; ++i) {
      record.clear();
      packer.append_record({.id = fmt::format("texts/{}.txt", i),
                            .address = "",
                            .title = "",
                            .date = "",
                            .text = maker.text(i)},
                           record);
      spool_.write(record);
    }
    build(keys);
  }
  ~Library() { std::filesystem::remove_all(folder_); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  void build(const KeyOptions& keys) {
    writer_.build(keys, spool_, {.threads = omp_get_num_procs()});
  }
  OriginalsIndex open() const { return OriginalsIndex::open(folder_); }

 private:
  std::string folder_;
  IndexWriter writer_;
  OriginalSpool spool_;
};

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
  Library library(maker, originals, keys);
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
  const Library library(maker, originals, {});
  for (auto iteration : state) {
    benchmark::DoNotOptimize(library.open().size());
  }
}

/// All keys of pages that are not in the library, but share words with it.
void probe(benchmark::State& state, const TextMaker& maker, std::uint32_t originals,
           const KeyOptions& options) {
  const Library library(maker, originals, options);
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
  const auto maker = std::make_shared<TextMaker>(inputs);
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
