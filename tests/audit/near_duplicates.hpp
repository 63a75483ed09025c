// Which passages are near duplicates of earlier ones. A copy that nobody planted would make a right
// accusation look like a wrong one, so such passages stay out of the test set.
//
// The method is exact and has nothing in common with the engine's: hashes of all runs of eight
// folded words. Only one hash in four is looked at and kept (those that 4 divides, so the same runs
// are kept of every text), which bounds the memory: 100,000 passages of 500 words take 256 MB. A
// passage with more than two of its hashes in earlier ones is a near duplicate; one that shares
// 40 words in a row passes unseen 1 time in 190 (at most 2 of 33 runs sampled), one that shares 60
// never (1 in 100,000).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace unspin::audit_set {

class SeenShingles {
 public:
  /// Whether the text shares next to nothing with the texts admitted before; if so it is admitted.
  /// Linear in the text.
  bool admit(std::string_view text);

 private:
  bool contains(std::uint64_t hash) const;
  void insert(std::uint64_t hash);
  void grow();

  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(1024);  // 0: free; linear probing
  std::size_t taken_ = 0;
};

/// For each page whether it has twelve words in a row that any original has too: a sentence,
/// nearly. Linear.
std::vector<bool> which_repeat(const std::vector<std::string_view>& pages,
                               const std::vector<std::string_view>& originals);

}  // namespace unspin::audit_set
