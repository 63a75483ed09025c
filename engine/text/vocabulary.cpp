#include "engine/text/vocabulary.hpp"

#define XXH_INLINE_ALL
#include <algorithm>
#include <bit>
#include <cstring>
#include <xxhash.h>

namespace unspin {
namespace {

constexpr std::size_t smallest_table = 128;

}  // namespace

Vocabulary::Vocabulary() : slots_(smallest_table) {}

std::uint32_t Vocabulary::intern(std::string_view token) {
  const std::uint64_t hash = XXH3_64bits(token.data(), token.size());
  const auto high = static_cast<std::uint32_t>(hash >> 32);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.id_plus_one == 0) {
      const auto id = static_cast<std::uint32_t>(entries_.size());
      entries_.push_back({hash, static_cast<std::uint32_t>(bytes_.size()),
                          static_cast<std::uint32_t>(token.size())});
      bytes_.append(token);
      slot = {id + 1, high};
      if (entries_.size() * 2 > slots_.size()) {
        grow();
      }
      return id;
    }
    if (slot.hash_high != high) {
      continue;
    }
    const Entry& entry = entries_[slot.id_plus_one - 1];
    if (entry.hash == hash && entry.length == token.size() &&
        (token.empty() ||
         std::memcmp(bytes_.data() + entry.offset, token.data(), token.size()) == 0)) {
      return slot.id_plus_one - 1;
    }
  }
}

void Vocabulary::clear() {
  // A table that would have done for what is forgotten now: pairs come in like sizes, and one huge
  // text must not make every later clear() wipe a huge table.
  slots_.assign(std::max(smallest_table, std::bit_ceil(2 * entries_.size())), Slot{});
  bytes_.clear();
  entries_.clear();
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, Slot{});
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t id = 0; id < entries_.size(); ++id) {
    const std::uint64_t hash = entries_[id].hash;
    std::size_t at = hash & mask;
    while (slots_[at].id_plus_one != 0) {
      at = (at + 1) & mask;
    }
    slots_[at] = {static_cast<std::uint32_t>(id + 1), static_cast<std::uint32_t>(hash >> 32)};
  }
}

}  // namespace unspin
