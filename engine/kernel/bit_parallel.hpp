// Longest common subsequence, Levenshtein and optimal string alignment distance, 64 cells of the
// table at a time.
//
// A column of the dynamic-programming table is held as bit vectors over the pattern; one step of a
// few machine words moves it past one token of the text. LCS: Hyyrö 2004, "Bit-parallel LCS-length
// computation revisited". Levenshtein: Myers 1999, "A fast bit-vector algorithm for approximate
// string matching based on dynamic programming", in blocks as by Hyyrö 2003. Optimal string
// alignment: Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit
// distances".
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/kernel/ngram_counter.hpp"

namespace unspin {

/// Keeps its memory from call to call. One per thread. Long patterns are worked off in strips of
/// longest_pattern rows, so that the masks stay small: memory is O(text) plus a few megabytes.
class BitParallel {
 public:
  /// Rows of one strip.
  static constexpr std::size_t longest_pattern = 4096;

  /// Length of the longest common subsequence. O(⌈m/64⌉·n) time for texts of m ≤ n tokens.
  std::size_t lcs_length(TokenSpan a, TokenSpan b);

  /// Fewest insertions, deletions and substitutions that turn `a` into `b`. Cost as above.
  std::size_t levenshtein(TokenSpan a, TokenSpan b);

  /// As levenshtein(), and two neighbouring tokens that changed places are one edit, if nothing
  /// else is edited between or within them (optimal string alignment). Cost as above, times 1.5.
  std::size_t optimal_string_alignment(TokenSpan a, TokenSpan b);

  /// For one text against many: prepares `pattern`, of at most longest_pattern tokens, which
  /// levenshtein_to_pattern() then compares with. Valid until any other call but that one.
  void set_pattern(TokenSpan pattern);
  std::size_t levenshtein_to_pattern(TokenSpan text);

 private:
  /// What one strip hands down to the next at a token of the text.
  enum Carry : std::uint8_t {
    no_carry = 0,
    carry_one = 1,
    carry_minus_one = 2,
    carry_swap = 4  ///< its last row could be the first of two tokens that changed places
  };

  using OfStrip = std::ptrdiff_t (BitParallel::*)(TokenSpan text);
  std::size_t distance(TokenSpan a, TokenSpan b, OfStrip of_strip);
  const std::uint64_t* masks_of(std::uint32_t token) const;
  std::size_t lcs_of_strip(TokenSpan text);
  std::ptrdiff_t levenshtein_of_strip(TokenSpan text);
  std::ptrdiff_t alignment_of_strip(TokenSpan text);

  struct Slot {
    std::uint32_t token = 0;
    std::uint32_t row = 0;  // 0: free; row 0 of masks_ is all zero
  };
  std::vector<Slot> slots_;
  std::size_t slot_mask_ = 0;
  std::size_t pattern_length_ = 0;
  std::size_t blocks_ = 0;
  std::vector<std::uint64_t> masks_;  // for each distinct token of the pattern, where it stands
  std::vector<std::uint64_t> state_;
  std::vector<std::uint64_t> negative_;
  std::vector<std::uint64_t> diagonal_;
  std::vector<std::uint8_t> carries_;  // by token of the text
};

}  // namespace unspin
