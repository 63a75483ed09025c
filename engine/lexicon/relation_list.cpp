#include "engine/lexicon/relation_list.hpp"

#include <algorithm>
#include <span>

namespace unspin {
namespace {

std::uint64_t key_of(std::uint32_t a, std::uint32_t b) {
  return std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
}

std::uint64_t key_of(const RelationList::Pair& pair) { return key_of(pair.low, pair.high); }

bool head_is_high(std::uint16_t merit) { return (merit >> 11 & 1u) != 0; }

Relation relation_of(std::uint16_t merit) { return static_cast<Relation>(merit >> 12); }

/// What a claim says, seen from one end of the pair.
Testimony seen_from(bool high, std::uint16_t merit, Resource resource) {
  return {.resource = resource,
          .relation = relation_of(merit),
          .part = static_cast<PartOfSpeech>(merit & 7u),
          .sense = static_cast<std::uint8_t>((merit >> 3 & 0xFFu) + 1),
          .head_is_second = head_is_high(merit) != high};
}

}  // namespace

void RelationList::claim(const Claim& claim) {
  if (claim.head == claim.other) {
    return;
  }
  // No number sorts behind all numbers, and comes back as 0.
  const unsigned sense = claim.sense == 0 || claim.sense > 255 ? 255 : claim.sense - 1;
  const unsigned merit = static_cast<unsigned>(claim.relation) << 12 |
                         (claim.head > claim.other ? 1u << 11 : 0u) | sense << 3 |
                         static_cast<unsigned>(claim.part);
  claims_.push_back({key_of(claim.head, claim.other), static_cast<std::uint16_t>(merit)});
}

void RelationList::antonyms(std::uint32_t a, std::uint32_t b) { antonyms_.push_back(key_of(a, b)); }

std::uint64_t RelationList::settle(Resource resource) {
  std::ranges::sort(claims_);
  std::ranges::sort(antonyms_);
  const std::size_t known = pairs_.size();
  auto antonym = antonyms_.begin();
  std::size_t earlier = 0;
  for (std::size_t begin = 0, end = 0; begin < claims_.size(); begin = end) {
    const std::uint64_t key = claims_[begin].pair;
    while (end < claims_.size() && claims_[end].pair == key) {
      ++end;
    }
    while (antonym != antonyms_.end() && *antonym < key) {
      ++antonym;
    }
    while (earlier < known && key_of(pairs_[earlier]) < key) {
      ++earlier;
    }
    if ((antonym != antonyms_.end() && *antonym == key) ||
        (earlier < known && key_of(pairs_[earlier]) == key)) {
      continue;
    }

    const std::uint16_t best = claims_[begin].merit;
    const auto best_of = [&](bool high) {
      for (std::size_t i = begin; i < end; ++i) {
        const std::uint16_t merit = claims_[i].merit;
        if (relation_of(merit) == relation_of(best) && head_is_high(merit) == high) {
          return seen_from(high, merit, resource);
        }
      }
      return seen_from(high, best, resource);  // only the other word is a head
    };
    pairs_.push_back({.low = static_cast<std::uint32_t>(key >> 32),
                      .high = static_cast<std::uint32_t>(key),
                      .from_low = best_of(false),
                      .from_high = best_of(true)});
  }
  claims_.clear();
  std::inplace_merge(pairs_.begin(), pairs_.begin() + static_cast<std::ptrdiff_t>(known),
                     pairs_.end(),
                     [](const Pair& a, const Pair& b) { return key_of(a) < key_of(b); });
  return pairs_.size() - known;
}

}  // namespace unspin
