// What all resources say of pairs of words, merged: of each pair only the first resource's word
// counts, and of what that says only the best.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/lexicon/lexicon.hpp"

namespace unspin {

/// One line of a resource: "under `head`, in this sense, stands `other`".
struct Claim {
  std::uint32_t head = 0;
  std::uint32_t other = 0;
  Relation relation = Relation::synonym;
  PartOfSpeech part = PartOfSpeech::unknown;
  std::uint32_t sense = 0;  ///< from 1; 0 or over 255: not numbered
};

class RelationList {
 public:
  struct Pair {
    std::uint32_t low = 0;  ///< less than `high`
    std::uint32_t high = 0;
    Testimony from_low;   ///< of (low, high); its head is `low` wherever the resource allows it
    Testimony from_high;  ///< of (high, low)
  };

  /// Adds to the current resource. A word is not related to itself: such claims are dropped.
  void claim(const Claim& claim);

  /// These two are never related by the current resource, nor by later ones.
  void antonyms(std::uint32_t a, std::uint32_t b);

  /// Ends the current resource: merges its claims and returns how many pairs it was the first to
  /// relate. Linearithmic.
  std::uint64_t settle(Resource resource);

  /// Ascending by (low, high).
  const std::vector<Pair>& pairs() const { return pairs_; }

 private:
  /// A claim so that sorting brings those of one pair together, the best first.
  struct Sortable {
    std::uint64_t pair;
    std::uint16_t merit;  // relation 2 bits, head is the higher 1, sense − 1 in 8, part 3
    auto operator<=>(const Sortable&) const = default;
  };

  std::vector<Sortable> claims_;
  std::vector<std::uint64_t> antonyms_;
  std::vector<Pair> pairs_;
};

}  // namespace unspin
