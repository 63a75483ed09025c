// Clipped n-gram matches: what BLEU, chrF and ROUGE-N count, and the distinct n-grams in common
// that containment and Jaccard need.
//
// An n-gram is known by the number of its first n−1 tokens and its last token, so a flat table of
// 64-bit keys holds them exactly, without a hash of the whole n-gram; a single token with a small
// number is looked up by that. Matches are counted order by order: of the references only those
// n-grams are numbered whose first and last n−1 tokens the hypothesis has, and of the hypothesis
// only those are looked up whose first and last n−1 tokens a reference has. The tables are never
// wiped: numbers go on from order to order and from pair to pair, and a slot with a number of
// before is free. Time is linear in the number of tokens times the highest order; memory in the
// number of tokens, some 64 bytes for each.
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

  /// Starts to number n-grams anew, for number_ngrams(), which then gives numbers from 1. There may
  /// be more than `most_ngrams`, at the cost of moving house.
  void restart(std::size_t most_ngrams) { reset(most_ngrams); }

  /// Turns `numbers` from those of the (n−1)-grams that begin at each token (for n = 1: zeros) to
  /// those of the n-grams, as far as there are any. What is the same n-gram has the same number, in
  /// all texts since restart(). Order by order for all texts, those of an order follow each other.
  void number_ngrams(TokenSpan text, std::size_t n, std::vector<std::uint32_t>& numbers);

  /// The last number given.
  std::uint32_t last_number() const { return static_cast<std::uint32_t>(counts_.size()); }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t id = 0;  // free if it is below first_
  };
  struct Count {
    std::uint32_t limit = 0;      // matches that are still allowed
    std::uint32_t here = 0;       // occurrences in the reference `reference`
    std::uint32_t reference = 0;  // by number, from 1 on
    bool is_wanted = false;       // the hypothesis has it
  };

  /// Forgets all n-grams, and makes room for so many.
  void reset(std::size_t most_ngrams);
  void forget();
  void grow();
  Count& count_of(std::uint32_t id) { return counts_[id - first_]; }
  std::uint32_t find(std::uint32_t prefix, std::uint32_t token) const;
  std::uint32_t find_or_add(std::uint32_t prefix, std::uint32_t token);
  void count_references(std::span<const TokenSpan> references, std::size_t n);
  std::uint64_t match_hypothesis(TokenSpan hypothesis, std::size_t n);

  std::vector<std::uint32_t> singles_;  // number of each token alone, free as a slot is
  std::vector<Slot> slots_;
  std::vector<Slot> moving_;  // while the table grows
  std::size_t mask_ = 0;
  std::uint32_t first_ = 1;    // the first number of the n-grams that are not forgotten
  std::uint32_t last_id_ = 0;  // the last number given
  std::vector<Count> counts_;  // by number, from first_ on
  // Number of the (n−1)-gram that starts at each token, and no_ngram where the other side has none.
  std::vector<std::uint32_t> at_;             // of the hypothesis
  std::vector<std::uint32_t> at_references_;  // of all references, one behind the other
};

}  // namespace unspin
