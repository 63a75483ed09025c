// Clipped n-gram matches: what BLEU, chrF and ROUGE-N count, and the distinct n-grams in common
// that containment and Jaccard need.
//
// An n-gram is known by the number of its first n−1 tokens and its last token, so one flat table of
// 64-bit keys holds all orders exactly, without a hash of the whole n-gram. A hypothesis n-gram is
// only looked up if the n-gram before its last token was found. Time is linear in the number of
// tokens times the highest order; memory in the number of distinct n-grams, some 64 bytes for each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace unspin {

using TokenSpan = std::span<const std::uint32_t>;

constexpr std::size_t highest_ngram_order = 16;

/// Matches by order: element n−1 is for n-grams.
using NgramMatches = std::array<std::uint64_t, highest_ngram_order>;

/// Number of n-grams in a text of `length` tokens.
constexpr std::uint64_t ngram_total(std::size_t length, std::size_t n) {
  return length < n ? 0 : length - n + 1;
}

struct DistinctOverlap {
  std::uint64_t first = 0;   ///< distinct n-grams of the first text
  std::uint64_t second = 0;  ///< of the second
  std::uint64_t both = 0;    ///< in both
};

/// Keeps its tables from call to call, so that counting stops allocating. One per thread.
class NgramCounter {
 public:
  /// For each order up to `orders` (at most highest_ngram_order), how many n-grams of `hypothesis`
  /// match one of a reference, each counted at most as often as in the reference that has most.
  NgramMatches clipped_matches(std::span<const TokenSpan> references, TokenSpan hypothesis,
                               std::size_t orders);

  /// Distinct n-grams of order `n` ≥ 1 of two texts and how many they share.
  DistinctOverlap distinct_overlap(TokenSpan first, TokenSpan second, std::size_t n);

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t id = 0;  // 0: free
  };

  void reset(std::size_t most_ngrams);
  void grow();
  std::uint32_t find(std::uint32_t prefix, std::uint32_t token) const;
  std::uint32_t find_or_add(std::uint32_t prefix, std::uint32_t token);
  /// From the numbers of the (n−1)-grams at each place to those of the n-grams; adds what is new.
  void extend(TokenSpan text, std::size_t n);

  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::uint32_t last_id_ = 0;
  std::vector<std::uint32_t> at_;     // number of the n-gram that starts at each token
  std::vector<std::uint32_t> limit_;  // by n-gram number: how many matches it still allows
  std::vector<std::uint32_t> count_;  // by n-gram number: its count in the current reference
};

}  // namespace unspin
