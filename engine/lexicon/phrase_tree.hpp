// Distinct phrases and their dense numbers, where a phrase is a run of word numbers: what
// Vocabulary is to words. One table says which phrase another becomes by one more word, so that all
// phrases that begin at a word are met in one walk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace unspin {

/// Numbers phrases 1, 2, 3, … in order of first sight; 0 is the empty one. Open addressing over
/// exact keys: two phrases share a number exactly if their words are equal.
class PhraseTree {
 public:
  static constexpr std::uint32_t empty_phrase = 0;
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  /// Room for about so many phrases before the table has to grow.
  explicit PhraseTree(std::size_t expected = 0);

  /// The number of `phrase` with `word` behind it, new or known. Amortised constant time.
  std::uint32_t extend(std::uint32_t phrase, std::uint32_t word);

  /// The same of a known one; none if there is no such phrase. Constant time.
  std::uint32_t find(std::uint32_t phrase, std::uint32_t word) const {
    const Slot& slot = slots_[slot_of(key_of(phrase, word))];
    return slot.phrase == 0 ? none : slot.phrase;
  }

  /// Phrases, the empty one among them: more than the largest number.
  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t phrase = 0;  // 0: free
  };

  static std::uint64_t key_of(std::uint32_t phrase, std::uint32_t word) {
    return (std::uint64_t{phrase} << 32) | word;
  }

  /// Where the key is, or the free slot where it would be.
  std::size_t slot_of(std::uint64_t key) const {
    std::size_t at = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> shift_);
    while (slots_[at].phrase != 0 && slots_[at].key != key) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  void resize(int bits);

  std::vector<Slot> slots_;  // a power of two, at most half full
  int shift_ = 0;            // the product's highest bits are the best mixed
  std::size_t size_ = 1;
};

}  // namespace unspin
