// A library of originals for benchmarks: as large as one likes, always the same, none of it a copy.
//
// Its texts are made up, 800 words each: after each word comes one that follows it somewhere in
// corpora/, and one content word in eight gets an ending of its own, so that rare words are as many
// as in a real library. They share words and phrases, more of them than real texts do.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/inputs.hpp"
#include "engine/index/index_writer.hpp"
#include "engine/index/originals_index.hpp"

namespace unspin::bench {

inline constexpr std::size_t page_words = 800;

/// Texts of words that follow each other in these texts.
class TextMaker {
 public:
  explicit TextMaker(std::span<const TextPair> texts);

  /// `page_words` words, the same ones for the same number.
  std::string text(std::uint64_t number) const;

 private:
  void learn(std::string_view text);

  std::map<std::string, std::uint32_t> number_of_;
  std::vector<std::string> words_;
  std::vector<std::vector<std::uint32_t>> followers_;
};

/// An index in a folder that goes when this does.
class Library {
 public:
  /// Of the texts that `text` gives for the numbers below `originals`; built on all cores.
  Library(const std::function<std::string(std::uint32_t)>& text, std::uint32_t originals,
          const KeyOptions& keys);
  ~Library();
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  /// Once more, from the packed texts.
  void build(const KeyOptions& keys);
  OriginalsIndex open() const { return OriginalsIndex::open(folder_); }

 private:
  std::string folder_;
  IndexWriter writer_;
  OriginalSpool spool_;
};

}  // namespace unspin::bench
