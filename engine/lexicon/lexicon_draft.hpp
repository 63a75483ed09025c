// What the sources of a lexicon add to, one after the other, before it is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/lexicon/entry_normaliser.hpp"
#include "engine/lexicon/relation_list.hpp"
#include "engine/lexicon/wordnet_draft.hpp"
#include "engine/text/vocabulary.hpp"

namespace unspin {

/// Entries are numbered in order of first sight.
class LexiconDraft {
 public:
  static constexpr std::uint32_t none = Lexicon::unknown;

  /// The number of the entry that a phrase of a resource stands for, new or known; `none` if it
  /// stands for no entry. Well-formed UTF-8. Amortised constant time.
  std::uint32_t entry(std::string_view phrase);

  /// Add to the current source; entries that are `none` are passed over.
  void claim(const Claim& claim);
  void antonyms(std::uint32_t a, std::uint32_t b);

  /// An irregular form: "bought" of "buy".
  void form(std::string_view form, std::string_view base);

  /// Ends a source of relations.
  void settle(Resource resource, std::string name);

  /// Vectors of `dimensions` numbers of −127…127, one for each word.
  struct Vectors {
    std::uint32_t dimensions = 0;
    Vocabulary words;
    std::vector<std::int8_t> numbers;
  };
  Vectors vectors;

  WordNetDraft wordnet;

  EntryNormaliser normaliser;

  const Vocabulary& entries() const { return entries_; }
  const std::vector<RelationList::Pair>& pairs() const { return relations_.pairs(); }
  const std::vector<std::pair<std::string, std::string>>& forms() const { return forms_; }
  const std::vector<Lexicon::Info::Source>& sources() const { return sources_; }

 private:
  Vocabulary phrases_;  // as the resources write them: most occur many times
  std::vector<std::uint32_t> entry_of_phrase_;
  Vocabulary entries_;
  RelationList relations_;
  std::vector<std::pair<std::string, std::string>> forms_;
  std::vector<Lexicon::Info::Source> sources_;
};

}  // namespace unspin
