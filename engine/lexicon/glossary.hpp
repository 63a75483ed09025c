// A glossary: how the terms of a subject, a brand or a house may be rendered, and how not. Somebody
// wrote it down, so it is believed before anything that was found in the texts.
//
//   # A line is a term, its allowed variants and its forbidden renderings.
//   term<TAB>variants<TAB>forbidden
//   community management<TAB>community building|CM<TAB>group administration
//   queen excluder
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/lexicon/phrase_tree.hpp"
#include "engine/lexicon/stemmer.hpp"

namespace unspin {

/// Read once, then shared by all threads.
class Glossary {
 public:
  using StemId = std::uint32_t;
  using Phrase = std::vector<StemId>;
  static constexpr StemId no_stem = PhraseTree::none;
  static constexpr std::size_t most_words = 8;  ///< of a term or a rendering

  /// All as stems of folded words, so that inflections are found too.
  struct Entry {
    Phrase term;
    std::vector<Phrase> variants, forbidden;
  };

  /// Reads UTF-8 lines of one to three columns; the last two hold renderings separated by "|" and
  /// may be missing or empty. Empty lines and those that begin with # are skipped, as is the header
  /// "term, variants, forbidden". Plain, gzip or zstd.
  ///
  /// Throws Error(unreadable_input) that names the file and the line: for what cannot be read or is
  /// not UTF-8; a fourth column; a term or rendering without words or with more than most_words; a
  /// term that an earlier line has too, in whatever inflection; a rendering both allowed and
  /// forbidden.
  static Glossary read(const std::string& path);

  std::span<const Entry> entries() const { return entries_; }

  /// The number of a stem that occurs in the glossary, or no_stem. Numbers are dense from 0.
  StemId find_stem(std::string_view stem) const;
  std::uint32_t stem_count() const { return static_cast<std::uint32_t>(stems_.size()); }

  /// The terms as phrases of stem numbers, and the entry of each: no_entry for a phrase with which
  /// terms only begin.
  static constexpr std::uint32_t no_entry = PhraseTree::none;
  const PhraseTree& terms() const { return terms_; }
  std::uint32_t entry_of(std::uint32_t phrase) const { return entry_of_phrase_[phrase]; }

  /// Of the content: equal hashes, equal judgements.
  std::uint64_t hash() const { return hash_; }

 private:
  friend class GlossaryReader;
  Glossary() = default;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  std::vector<Entry> entries_;
  std::unordered_map<std::string, StemId, Hash, std::equal_to<>> stems_;
  PhraseTree terms_;
  std::vector<std::uint32_t> entry_of_phrase_;  // by number in terms_
  std::uint64_t hash_ = 0;
};

/// Finds the glossary's stems in the words of a pair, and remembers them from pair to pair. One per
/// thread.
class GlossaryStemFinder {
 public:
  /// The glossary must outlive the finder.
  explicit GlossaryStemFinder(const Glossary& glossary) : glossary_(glossary) {}

  /// Makes `stems` the stem number of each word of the vocabulary, or Glossary::no_stem.
  void find(const Vocabulary& words, std::vector<Glossary::StemId>& stems);

 private:
  const Glossary& glossary_;
  Stemmer stemmer_;
  Vocabulary known_words_;
  std::vector<Glossary::StemId> known_;  // by number in known_words_
};

}  // namespace unspin
