// Distinct token texts and their dense numbers. Everything behind tokenization compares 32-bit
// numbers instead of strings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unspin {

/// Numbers each distinct token 0, 1, 2, … in order of first sight. Open addressing over XXH3
/// hashes; the bytes are compared on a hit, so two tokens share a number exactly if their bytes are
/// equal. Memory is kept by clear(), so that a vocabulary that serves pair after pair stops
/// allocating.
class Vocabulary {
 public:
  Vocabulary();

  /// The number of `token`, new or known. Amortised constant time.
  std::uint32_t intern(std::string_view token);

  /// The bytes of a token; valid until the next intern() or clear().
  std::string_view text(std::uint32_t id) const {
    const Entry& entry = entries_[id];
    return {bytes_.data() + entry.offset, entry.length};
  }

  /// XXH3 of a token's bytes. Constant time: it was needed to number the token.
  std::uint64_t hash(std::uint32_t id) const { return entries_[id].hash; }

  std::size_t size() const { return entries_.size(); }
  void clear();

 private:
  struct Entry {
    std::uint64_t hash;
    std::uint32_t offset;  // into bytes_
    std::uint32_t length;
  };
  struct Slot {
    std::uint32_t id_plus_one = 0;  // 0: free
    std::uint32_t hash_high = 0;    // spares most look-ups of the entry
  };

  void grow();

  std::string bytes_;
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
};

}  // namespace unspin
