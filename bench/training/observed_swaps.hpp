// What a family of spinners was seen to put for what, cleaned of what only the diff that found it
// saw. A row of as many words on either side is read as so many swaps; of an uneven row ("boost
// brand" → "spice up model") the ends that even rows explain are taken off, and what is left is a
// swap if both sides have something left.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace unspin::training {

struct Replacement {
  std::string text;  ///< folded, words joined by one blank
  double weight = 1;
};

/// From a folded word or phrase to its replacements.
class SwapList {
 public:
  static constexpr std::size_t most_words = 4;

  void add(std::string_view from, std::string_view to, double weight);

  /// Empty if there are none. Constant time. Valid until the next add().
  std::span<const Replacement> find(const std::string& from) const;
  std::size_t size() const { return by_source_.size(); }

 private:
  std::unordered_map<std::string, std::vector<Replacement>> by_source_;
};

/// One row of the observations.
struct ObservedSwap {
  std::string from, to;
  std::uint32_t count = 0;
};

/// The swaps in one family's rows.
SwapList clean_swaps(std::vector<ObservedSwap> rows);

/// Reads a tab-separated file with the columns family, from, to, count; by family. Throws
/// Error(unreadable_input).
std::unordered_map<std::string, SwapList> read_observed_swaps(const std::string& path);

/// "it is" → "it's" and so on; the other way round if `expands`.
const SwapList& contractions(bool expands);
/// "two" → "2" and so on; the other way round if `spells`.
const SwapList& numerals(bool spells);

}  // namespace unspin::training
