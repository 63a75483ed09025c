// What names, numbers, addresses and quotations have in common: two texts mention things, each
// mention of the source has a fate, and the fates of one thing's mentions make its record.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/score/evidence.hpp"
#include "engine/score/prepared_pair.hpp"
#include "scorers/term/counterparts.hpp"

namespace unspin {

/// A text as it is meant, with its words' places in it (not in the raw text, as pair.words() has
/// them). The words' numbers are those of pair.words().
struct Reading {
  std::string_view text = {};
  const Words& words;
  const Vocabulary& vocabulary;

  std::string_view folded(std::uint32_t word) const { return vocabulary.text(words.id[word]); }
  std::string_view of(std::uint32_t word) const { return words.original(text, word, word); }
  std::string_view of(WordRange range) const {
    return words.original(text, range.begin, range.end - 1);
  }
  /// What stands between the word and the next one; behind the last word, the rest of the text.
  std::string_view behind(std::uint32_t word) const;
  /// What stands between the word and the one before.
  std::string_view before(std::uint32_t word) const;
  /// The words that have a byte in [begin, end).
  WordRange words_in(std::size_t begin, std::size_t end) const;
};

Reading read_as_meant(PreparedPair& pair, TextIndex which);

/// A place where a text mentions a thing. Things and forms are hashes.
struct Mention {
  std::uint64_t thing = 0;  ///< equal for all ways to write one thing
  std::uint64_t form = 0;   ///< equal for the same way to write it
  std::uint64_t core = 0;   ///< of the thing, what may not be left out
  WordRange words = {};
  std::string_view text = {};
  /// In a source: does not count. In a rewrite: stands for a source's mention only if none that is
  /// not weak does.
  bool is_weak = false;
};

/// What became of one mention of the source.
struct Fate {
  enum Kind : std::uint8_t { kept, inflected, variant, near_miss, replaced, lost };
  Kind kind = lost;
  std::string rendering = {};  ///< of a near miss, or what stands in its place
};

/// What a mention of the source became if this one of the rewrite, which has another form, stands
/// for it: inflected, variant or near_miss; lost if it cannot stand for it. A mention in place was
/// aligned with it.
using Judged =
    std::function<Fate::Kind(const Mention& source, const Mention& rewrite, bool is_in_place)>;

/// The fates of the source's mentions, parallel to them. Each is looked for where the alignment
/// says, then anywhere in the rewrite; no word of the rewrite stands for two of them. Mentions are
/// ascending by their first word; none is empty. Linear but for sorting; of those that were not
/// found as the same thing, a bounded number is compared.
std::vector<Fate> find_again(PreparedPair& pair, std::span<const Mention> source,
                             std::span<const Mention> rewrite, const Judged& judge);

/// One record a thing, in order of its first mention. Linear but for sorting.
std::vector<TermRecord> records_of(std::span<const Mention> source, std::vector<Fate> fates);

std::uint64_t hash_of(std::string_view text);
std::uint64_t mix(std::uint64_t hash, std::uint64_t value);

}  // namespace unspin
