// What was swapped for what: the alignment's changes as a table that a person can read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/align/alignment.hpp"

namespace unspin {

enum class SwapKind : std::uint8_t {
  constant,       ///< a content word became the same other word again and again
  other,          ///< replaced, without further sign
  near_spelling,  ///< Erica → Erika
  inflection,     ///< goal → goals
};

std::string_view name_of(SwapKind kind);

/// One row: all swaps of the same words for the same words. Texts are folded.
struct Substitution {
  std::string from, to;
  std::uint32_t count = 0;  ///< how often in this pair
  std::uint32_t available =
      0;  ///< one word for another: how often `from` stands in the source; else 0
  SwapKind kind = SwapKind::other;
  bool is_content = false;  ///< a content word on both sides and no shared beginning
};

/// The swaps of a pair. Counts in words of the source unless said otherwise.
struct SwapTable {
  std::vector<Substitution> rows;          ///< most telling first
  std::uint32_t short_replacements = 0;    ///< changes of 1–3 words into 1–3 words, flanks kept
  std::uint32_t content_replacements = 0;  ///< of these, with a content swap in them
  std::uint32_t content_swaps = 0;         ///< swaps of content words, anywhere
  std::uint32_t constant_swaps = 0;        ///< of these, by a constant mapping
};

/// Splits each change into swaps. A change of as many words into as many is a swap word by word; in
/// others the recurring and nearly alike words are split off and the rest, up to three words a
/// side, is one swap. Linear in the number of words, but for the sorting of the rows.
SwapTable find_swaps(const Words& source, const Words& rewrite, const Vocabulary& vocabulary,
                     const WordFacts& facts, const Alignment& alignment,
                     const std::vector<Change>& changes);

}  // namespace unspin
