// What stands in the rewrite for words of the source: themselves, or what they were swapped for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/score/prepared_pair.hpp"

namespace unspin {

/// Words [begin, end) of a text.
struct WordRange {
  std::uint32_t begin = 0, end = 0;

  std::uint32_t size() const { return end - begin; }
  bool is_empty() const { return begin == end; }
};

class Counterparts {
 public:
  explicit Counterparts(PreparedPair& pair);

  /// What stands for all of these source words together: from the first word that stands for one of
  /// them to the last. Empty unless each has a counterpart, and if a counterpart stands for words
  /// outside too or what stands between has more than `most_gained` words more than the source.
  WordRange of(WordRange source, std::uint32_t most_gained = 2) const;

 private:
  struct Counterpart {
    WordRange source, rewrite;
  };
  std::vector<Counterpart> by_source_word_;
};

/// Counted once a pair; for PreparedPair::shared.
Counterparts find_counterparts(PreparedPair& pair);

/// Folded words [begin, end) joined by blanks, without possessive endings.
std::string text_of(const PreparedPair& pair, const Words& words, WordRange range);

}  // namespace unspin
