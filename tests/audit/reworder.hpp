// Spins texts as the spinners do that the verdict knows, and says how hard.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bench/training/observed_swaps.hpp"
#include "bench/training/thesaurus.hpp"

namespace unspin::audit_set {

struct Reworded {
  std::string text, family;
  double density = 0;  ///< short replacements for each 100 words that stayed
};

class Reworder {
 public:
  /// The thesaurus must outlive this. `observed`: swaps by family; without any, only the families
  /// are imitated that need none.
  Reworder(const training::Thesaurus& thesaurus,
           std::unordered_map<std::string, training::SwapList> observed);

  const std::vector<std::string>& families() const { return families_; }

  /// Spins a text in the manner of the `turn`th family; of a later one if the text resists that one
  /// (fewer than 5 swaps in 100 words for a family seen in the wild, 3 for another); the strongest
  /// of all if it resists them all. Depends on the arguments alone.
  Reworded spin(std::string_view text, std::size_t turn, std::uint64_t seed) const;

 private:
  Reworded spin_as(const std::string& family, std::string_view text, std::uint64_t seed) const;

  const training::Thesaurus& thesaurus_;
  std::unordered_map<std::string, training::SwapList> observed_;
  std::vector<std::string> families_;
};

}  // namespace unspin::audit_set
