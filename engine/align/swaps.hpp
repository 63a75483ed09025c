// What was swapped for what: the alignment's changes as a table that a person can read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/align/aligned_pair.hpp"

namespace unspin {

enum class SwapKind : std::uint8_t {
  synonym,        ///< a resource lists one beside the other
  constant,       ///< no resource does, but it became the same other word again and again
  near_spelling,  ///< Erica → Erika
  other,          ///< replaced, without further sign
  inflection,     ///< goal → goals
};

std::string_view name_of(SwapKind kind);

/// One row: all swaps of the same words for the same words. Texts are folded.
struct Substitution {
  std::string from, to;
  std::uint32_t count = 0;  ///< how often in this pair
  /// One word for another: how often `from` stands in the source; else 0.
  std::uint32_t available = 0;
  SwapKind kind = SwapKind::other;
  bool is_content = false;   ///< a content word on both sides and no shared beginning
  bool is_constant = false;  ///< twice or more, and most of what became of `from`
  /// A term whose words were swapped one by one ("community management" → "group administration"):
  /// the words' own rows count these swaps too.
  bool is_made_of_rows = false;
  std::optional<Resource> resource = std::nullopt;  ///< who says that the two are synonyms
  std::string sense = {};                           ///< in which sense: "WordNet community#1"
};

/// One swap where it happened, in word numbers, ends exclusive.
struct Swap {
  std::uint32_t source_begin = 0, source_end = 0;
  std::uint32_t rewrite_begin = 0, rewrite_end = 0;
  std::uint32_t row = 0;

  std::uint32_t source_words() const { return source_end - source_begin; }
  std::uint32_t rewrite_words() const { return rewrite_end - rewrite_begin; }
};

/// The swaps of a pair. Counts in swaps unless said otherwise.
struct SwapTable {
  std::vector<Substitution> rows;          ///< most telling first
  std::vector<Swap> swaps;                 ///< ascending by source; inflections are among them
  std::uint32_t short_replacements = 0;    ///< changes of 1–3 words into 1–3 words, flanks kept
  std::uint32_t content_replacements = 0;  ///< of these, with a content swap in them
  std::uint32_t content_swaps = 0;         ///< swaps of content words, anywhere
  std::uint32_t synonym_swaps = 0;         ///< of these, synonyms by some resource
  std::uint32_t constant_swaps = 0;        ///< of these, by a constant mapping
  std::uint32_t constant_synonyms = 0;     ///< constant mappings that are synonyms too
};

/// Splits each change into swaps of one to three words a side, by dynamic programming over the ways
/// to split it: a synonym, a phrase that a resource knows ("carry out" → "perform") or that recurs
/// in this pair ("such as" → "like") is one swap; otherwise word goes with word, content with
/// content. A stretch of more than three words in which nothing is known was rewritten, not
/// swapped. Linear in the number of words, but for the sorting of the rows.
SwapTable find_swaps(const AlignedPair& pair, const std::vector<Change>& changes);

}  // namespace unspin
