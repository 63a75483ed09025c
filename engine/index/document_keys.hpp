// What a text is found by although its synonyms were swapped: three families of keys.
//
//   skeletons   8-grams over function words and punctuation, each run of content words collapsed to
//               one mark: "the █ of █ , which was █". Swaps leave them as they are.
//   trigrams    three words in a row, as they stand, not all of them function words: what was
//               copied without a change.
//   skip-pairs  the stems of two content words at most four words apart, in order: what is left
//               where swaps are dense. (With a function word for one of the two they are twice as
//               many and found no more copies.)
//
// A key is 64 bits of XXH3 with the family as seed. Sampling keeps the keys whose lowest bits are
// zero, so an index and a query that sample alike agree on which ones there are. A skeleton needs
// three function words: commas and marks alone stand in every enumeration.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/lexicon/stemmer.hpp"
#include "engine/text/unfold.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin {

/// How texts become keys. An index and its queries must have the same ones.
struct KeyOptions {
  std::string language = "en";  ///< as Stemmer takes it; at most 15 bytes
  std::uint32_t sampling = 1;   ///< one in so many keys is kept: 1, 2 or 4
  bool operator==(const KeyOptions&) const = default;
};

struct Key {
  std::uint64_t hash = 0;
  std::uint32_t position = 0;  ///< number of its first word, counted as PreparedPair::words() does
  bool operator==(const Key&) const = default;
};

/// Finds the keys of one text after another; keeps its memory. One per thread.
class KeyFinder {
 public:
  explicit KeyFinder(const KeyOptions& options = {});

  /// Overwrites `keys` with those of well-formed UTF-8 of up to 2³¹ bytes, read as it is meant
  /// (unfolded): some three a word, family by family, within one in the order of their positions.
  /// Returns how many words the text has. Linear; allocates only to grow. English has a list of
  /// function words; texts of other languages have no skeletons.
  std::uint32_t find(std::string_view text, std::vector<Key>& keys);

  /// Of the keys found last, those that are trigrams: from the first index to before the second.
  std::pair<std::size_t, std::size_t> trigrams() const { return trigrams_; }

 private:
  /// XXH3 of each.
  struct WordFact {
    std::uint64_t word = 0;
    std::uint64_t stem = 0;  // 0: a function word, of which it is not asked
  };
  /// A symbol of the skeleton: a function word, a punctuation mark, a run of content words.
  struct Skeleton {
    std::vector<std::uint64_t> symbols;
    std::vector<std::uint32_t> words;      // at which each stands
    std::vector<std::uint32_t> functions;  // how many function words come before it; one more
  };

  void read(std::string_view text);
  void read_gap(std::string_view gap);
  const WordFact& fact_of(std::string_view folded);
  void add_symbol(std::uint64_t symbol, bool is_function);
  Key* add_skeletons(Key* out) const;
  Key* add_trigrams(Key* out) const;
  Key* add_skip_pairs(Key* out) const;
  Key* add(Key* out, std::uint64_t hash, std::size_t position) const;

  bool has_function_words_;
  std::uint64_t sampled_out_;  // a hash with any of these bits is not kept
  Stemmer stemmer_;
  Unfolder unfolder_;
  Unfolded unfolded_;
  WordSegmenter segmenter_;
  // Of the words seen, by the lowest bits of their hashes. Words are told apart by their hashes
  // alone, as in the keys.
  std::vector<WordFact> facts_;

  // Of the text at hand.
  std::vector<std::uint64_t> words_;  // XXH3 of each
  std::vector<std::uint64_t> stems_;
  std::vector<std::uint8_t> is_function_;
  Skeleton skeleton_;
  std::pair<std::size_t, std::size_t> trigrams_{};
};

}  // namespace unspin
