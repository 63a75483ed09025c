// WordNet by itself, as it spells its words: what is said of a word there, whatever other resources
// say. METEOR counts with it; everything else asks the Lexicon, which merges and folds.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/lexicon/string_table.hpp"

namespace unspin {

/// Where a word stands in WordNet: 32 bits in the lexicon file.
struct WordNetSense {
  std::uint32_t part = 0;  ///< noun, verb, adjective, adverb: 0 to 3
  /// It is a sense of an irregular form's base ("geese": of goose), not of the word itself.
  bool is_irregular = false;
  std::uint32_t synset = 0;

  static constexpr std::uint32_t no_synset = (1u << 29) - 1;  ///< an irregular form of no lemma

  constexpr std::uint32_t packed() const { return synset << 3 | (is_irregular ? 4u : 0u) | part; }
  static constexpr WordNetSense unpacked(std::uint32_t bits) {
    return {bits & 3u, (bits & 4u) != 0, bits >> 3};
  }
};

/// A view; whoever holds the arrays keeps them alive.
class WordNet {
 public:
  using WordId = std::uint32_t;
  static constexpr WordId unknown = StringTable::none;

  struct Tables {
    StringTable words;  ///< lemmas and irregular forms, in lower case, with underscores
    std::span<const std::uint32_t> sense_offsets;   ///< words + 1
    std::span<const std::uint32_t> senses;          ///< packed
    std::span<const std::uint32_t> member_offsets;  ///< synsets + 1
    /// The lemmas of each synset that are single words without capitals.
    std::span<const std::uint32_t> members;
  };

  WordNet() = default;
  explicit WordNet(const Tables& tables) : tables_(tables) {}

  bool is_empty() const { return tables_.words.size() == 0; }

  /// The number of a lemma, or `unknown`. Constant time.
  WordId find(std::string_view lemma) const { return tables_.words.find(lemma); }
  std::string_view text(WordId word) const { return tables_.words.text(word); }

  /// Sets `out` to the lemmas, without those of several words or with capitals, of all synsets that
  /// a word in lower case may be meant to stand for: those of every base form that morphy(7WN)
  /// finds in each part of speech. Ascending, each once; `form` is among them only if it is such a
  /// lemma. Linear in the length of the form and the number of its lemmas.
  void synonyms(std::string_view form, std::vector<WordId>& out) const;

 private:
  std::span<const std::uint32_t> senses_of(WordId word) const;
  bool add_irregular(std::string_view form, std::uint32_t part, std::vector<WordId>& out) const;
  bool add_regular(std::string_view begin, std::string_view end, std::uint32_t part,
                   std::vector<WordId>& out) const;
  void add_bases(std::string_view form, std::uint32_t part, std::vector<WordId>& out) const;
  void add_members(std::uint32_t synset, std::vector<WordId>& out) const;

  Tables tables_;
};

}  // namespace unspin
