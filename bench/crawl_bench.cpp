// Reading crawls, as bytes of documents a second, beside zlib's inflate of the same bytes alone.
#include <benchmark/benchmark.h>
#include <cstdint>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>
#include <zlib.h>

#include "bench/benchmarks.hpp"
#include "engine/io/warc_reader.hpp"

namespace unspin::bench {
namespace {

constexpr std::size_t least_text_bytes = std::size_t{32} << 20;

std::string gzip_member(std::string_view bytes) {
  constexpr int gzip = 16;
  z_stream stream = {};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzip, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

/// A crawl of plain text (WET), in a file that goes when this does.
class Crawl {
 public:
  Crawl(const Inputs& inputs, bool packed) : path_(fmt::format("crawl-{}.bench", ::getpid())) {
    path_ += packed ? ".gz" : "";
    std::ofstream file(path_, std::ios::binary);
    while (text_bytes_ < least_text_bytes) {
      for (const TextPair& pair : inputs.article_pairs.pairs) {
        const std::string record = fmt::format(
            "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://example.org/{0}\r\n"
            "WARC-Date: 2024-05-06T07:08:09Z\r\nWARC-Record-ID: <urn:uuid:{0}>\r\n"
            "Content-Type: text/plain\r\nContent-Length: {1}\r\n\r\n{2}\r\n\r\n",
            text_bytes_, pair.source.size(), pair.source);
        const std::string member = packed ? gzip_member(record) : record;
        file << member;
        text_bytes_ += pair.source.size();
        members_.push_back(packed ? member : "");
      }
    }
  }
  ~Crawl() { ::unlink(path_.c_str()); }
  Crawl(const Crawl&) = delete;
  Crawl& operator=(const Crawl&) = delete;

  const std::string& path() const { return path_; }
  std::uint64_t text_bytes() const { return text_bytes_; }
  const std::vector<std::string>& members() const { return members_; }

 private:
  std::string path_;
  std::uint64_t text_bytes_ = 0;
  std::vector<std::string> members_;
};

void count_bytes(benchmark::State& state, const Crawl& crawl) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(crawl.text_bytes()));
}

void read_crawl(benchmark::State& state, const Crawl& crawl) {
  for (auto iteration : state) {
    const auto reader = open_warc(crawl.path());
    Document document;
    std::vector<DocumentIssue> issues;
    std::uint64_t bytes = 0;
    while (reader->next(document, issues)) {
      bytes += document.bytes.size();
    }
    if (bytes != crawl.text_bytes() || !issues.empty()) {
      state.SkipWithError("not all documents were read");
      break;
    }
  }
  count_bytes(state, crawl);
}

void inflate_members(benchmark::State& state, const Crawl& crawl) {
  constexpr int gzip_only = 16;
  z_stream stream = {};
  inflateInit2(&stream, MAX_WBITS + gzip_only);
  std::string out(std::size_t{1} << 20, '\0');
  for (auto iteration : state) {
    for (const std::string& member : crawl.members()) {
      inflateReset(&stream);
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(member.data()));
      stream.avail_in = static_cast<uInt>(member.size());
      stream.next_out = reinterpret_cast<Bytef*>(out.data());
      stream.avail_out = static_cast<uInt>(out.size());
      inflate(&stream, Z_FINISH);
    }
  }
  inflateEnd(&stream);
  count_bytes(state, crawl);
}

}  // namespace

void register_crawl_benchmarks(const Inputs& inputs) {
  using Measure = void (*)(benchmark::State&, const Crawl&);
  // Made when a benchmark is first run, not when it is only listed.
  const auto plain = std::make_shared<std::unique_ptr<const Crawl>>();
  const auto packed = std::make_shared<std::unique_ptr<const Crawl>>();
  const auto add = [&](const char* name, const auto& crawl, Measure measure) {
    const bool is_packed = crawl == packed;
    benchmark::RegisterBenchmark(name, [&inputs, crawl, is_packed,
                                        measure](benchmark::State& state) {
      if (!*crawl) {
        *crawl = std::make_unique<Crawl>(inputs, is_packed);
      }
      measure(state, **crawl);
    })->Unit(benchmark::kMillisecond);
  };
  add("crawl/wet", plain, read_crawl);
  add("crawl/wet.gz", packed, read_crawl);
  add("crawl/wet.gz/inflate_alone", packed, inflate_members);
}

}  // namespace unspin::bench
