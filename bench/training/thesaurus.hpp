// What a spinner that works by a thesaurus would put for a word: the neighbours in a lexicon,
// sifted and weighed by the spinner's manner.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bench/training/word_forms.hpp"
#include "engine/lexicon/lexicon.hpp"

namespace unspin::training {

/// How often words occur in ordinary prose, to tell a common synonym from a rare one.
class WordCounts {
 public:
  void add_words_of(std::string_view text);
  std::uint32_t of(std::string_view folded) const;

 private:
  std::unordered_map<std::string, std::uint32_t> counts_;
};

enum class Taste : std::uint8_t {
  common,  ///< the first senses, words that everyone writes: loan → mortgage
  any,     ///< whatever the thesaurus lists: expenses → disbursals
  rare,    ///< senses and words that nobody thinks of: blood → titian
};

/// How a spinner uses its thesaurus.
struct Manner {
  bool wordnet = true, mythes = true, moby = false;
  bool only_synonyms = true;  ///< no kinds of a word, nothing "similar"
  bool minds_part = true;     ///< nouns for nouns, verbs for verbs
  Taste taste = Taste::common;
};

/// What may stand for a word, in dictionary form.
struct Option {
  std::string_view base;
  PartOfSpeech part = PartOfSpeech::unknown;
  double weight = 1;
};

/// A word's dictionary form and its options.
struct Entry {
  std::string_view base = {};
  WordForm form = WordForm::base;
  std::vector<Option> options = {};  ///< by lexicon number; may be empty
};

class Thesaurus {
 public:
  /// Both must outlive the thesaurus.
  Thesaurus(const Lexicon& lexicon, const WordCounts& counts);

  /// Options for a folded word that follows `previous` (empty: it begins a sentence), which says
  /// whether it can be a noun or a verb. Texts are valid as long as the lexicon. Linear in the
  /// word's neighbours.
  Entry look_up(std::string_view folded, std::string_view previous, const Manner& manner) const;

  /// Whether the lexicon says anything of two of its entries.
  bool relates(std::string_view a, std::string_view b) const;

  /// The same without options.
  Entry dictionary_form(std::string_view folded, std::string_view previous) const;

 private:
  /// The word's dictionary forms: what it is a form of first, then itself.
  std::vector<Entry> entries_of(std::string_view folded, std::string_view previous) const;
  PartOfSpeech part_of(Lexicon::WordId candidate, const Testimony& testimony, WordForm form,
                       std::string_view previous) const;
  double weight_of(const Testimony& testimony, std::string_view candidate,
                   const Manner& manner) const;

  const Lexicon& lexicon_;
  const WordCounts& counts_;
  std::vector<std::uint8_t> parts_;  // by lexicon number: a bit for each part of speech it can be
};

}  // namespace unspin::training
