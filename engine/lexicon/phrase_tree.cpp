#include "engine/lexicon/phrase_tree.hpp"

#include <algorithm>
#include <bit>

namespace unspin {
namespace {

constexpr int least_bits = 4;

}  // namespace

PhraseTree::PhraseTree(std::size_t expected) {
  resize(std::max(least_bits, static_cast<int>(std::bit_width(expected * 2))));
}

std::uint32_t PhraseTree::extend(std::uint32_t phrase, std::uint32_t word) {
  const std::uint64_t key = key_of(phrase, word);
  Slot& slot = slots_[slot_of(key)];
  if (slot.phrase != 0) {
    return slot.phrase;
  }
  const auto number = static_cast<std::uint32_t>(size_++);
  slot = {key, number};
  if (size_ * 2 > slots_.size()) {
    resize(static_cast<int>(std::bit_width(slots_.size())));
  }
  return number;
}

void PhraseTree::resize(int bits) {
  std::vector<Slot> old(std::size_t{1} << bits);
  old.swap(slots_);
  shift_ = 64 - bits;
  for (const Slot& slot : old) {
    if (slot.phrase != 0) {
      slots_[slot_of(slot.key)] = slot;
    }
  }
}

}  // namespace unspin
