// What becomes of WordNet's own tables while its files are read.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/lexicon/wordnet.hpp"
#include "engine/text/vocabulary.hpp"

namespace unspin {

/// Words, as WordNet::Tables has them, are numbered in order of first sight. Parts of speech are
/// numbered as in WordNetSense.
class WordNetDraft {
 public:
  /// The next synset, which gets the next number from 0.
  void add_synset(std::size_t part);

  /// A lemma of the last synset: as the synset spells it, and in lower case.
  void add_lemma(std::string_view spelling, std::string_view lemma);

  /// An irregular form with its bases, which a blank separates. A form that is added twice has the
  /// bases of the second time.
  void add_irregular(std::size_t part, std::string_view form, std::string_view bases);

  const Vocabulary& words() const { return words_; }

  /// The rest of WordNet::Tables.
  struct Arrays {
    std::vector<std::uint32_t> sense_offsets, senses, member_offsets, members;
  };
  /// Once everything is added.
  Arrays arrays() const;

 private:
  /// By word.
  using Senses = std::vector<std::vector<WordNetSense>>;

  std::uint32_t word(std::string_view text);
  void add_irregular_senses(Senses& senses) const;

  Vocabulary words_;
  Senses senses_;
  std::vector<std::vector<std::uint32_t>> members_;  // by synset
  std::uint32_t part_ = 0;                           // of the last synset
  /// By part of speech and form: the bases, of which the form itself is the first.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> irregular_;
};

}  // namespace unspin
