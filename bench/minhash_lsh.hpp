// MinHash with banded locality-sensitive hashing, the usual way to find near-duplicates in a crawl:
// the baseline that the audit's search is held against.
//
// A text is the set of its 5-word shingles. Of each of 128 hash functions the least value over the
// set is kept (Broder 1997): two texts agree in one with the probability of their Jaccard
// similarity s. The 128 values are 16 bands of 8; texts that agree in a whole band are candidates,
// with probability 1 - (1 - s^8)^16: one half at s = .67, one in two million at s = .1. Settings as
// large crawls are cleaned with (5-grams, 14 bands of 8), with two bands more.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace unspin::bench {

inline constexpr std::size_t shingle_words = 5;
inline constexpr std::size_t band_rows = 8;
inline constexpr std::size_t band_count = 16;
using MinHashSignature = std::array<std::uint32_t, band_rows * band_count>;

/// Makes the signature of one text after the other; keeps its memory.
class MinHasher {
 public:
  MinHasher();

  /// Of the words, runs of ASCII letters, digits and bytes beyond ASCII, in ASCII lower case. All
  /// texts of fewer words than a shingle have the same one. Linear.
  const MinHashSignature& signature(std::string_view text);

 private:
  void read_words(std::string_view text);

  MinHashSignature factors_, summands_, signature_{};
  std::string words_;                    // each followed by a blank
  std::vector<std::size_t> starts_;      // of the words; one more, the end
  std::vector<std::uint32_t> shingles_;  // hashes
};

/// The texts by the bands of their signatures.
class MinHashLsh {
 public:
  /// They are numbered from 0.
  void add(const MinHashSignature& signature);

  /// Overwrites `candidates` with the texts that share a band with this one, ascending.
  void find(const MinHashSignature& signature, std::vector<std::uint32_t>& candidates) const;

 private:
  std::array<std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>, band_count> bands_;
  std::uint32_t size_ = 0;
};

}  // namespace unspin::bench
