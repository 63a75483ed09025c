#include "scorers/term/terms.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "scorers/term/acronyms.hpp"
#include "scorers/term/glossary_terms.hpp"
#include "scorers/term/repeated_terms.hpp"

namespace unspin {
namespace {

/// Terms from several finders, each once.
class TermList {
 public:
  explicit TermList(const TermWords& words) : words_(words) {}

  /// Of a term that is known already only the variants are new.
  void add(std::vector<SourceTerm> terms) {
    for (SourceTerm& term : terms) {
      const std::uint32_t phrase =
          words_.add_source_phrase(term.begins.front(), term.length, phrases_);
      number_of_phrase_.resize(phrases_.size(), PhraseTree::none);
      std::uint32_t& number = number_of_phrase_[phrase];
      if (number == PhraseTree::none) {
        number = static_cast<std::uint32_t>(terms_.size());
        terms_.push_back(std::move(term));
      } else {
        std::ranges::move(term.variants, std::back_inserter(terms_[number].variants));
      }
    }
  }

  std::vector<SourceTerm> in_order() && {
    std::ranges::stable_sort(terms_, [](const SourceTerm& a, const SourceTerm& b) {
      return std::tuple(b.is_from_glossary, b.begins.size(), a.begins.front()) <
             std::tuple(a.is_from_glossary, a.begins.size(), b.begins.front());
    });
    return std::move(terms_);
  }

 private:
  const TermWords& words_;
  std::vector<SourceTerm> terms_;
  PhraseTree phrases_;
  std::vector<std::uint32_t> number_of_phrase_;
};

}  // namespace

std::vector<TermFate> find_term_fates(PreparedPair& pair) {
  const TermWords words(pair);
  TermList list(words);
  list.add(glossary_terms(words));
  list.add(explained_acronyms(words));
  list.add(repeated_terms(words));
  return fates_of(std::move(list).in_order(), words);
}

std::vector<TermRecord> find_terms(PreparedPair& pair) {
  std::vector<TermRecord> records;
  for (const TermFate& fate : pair.shared(find_term_fates)) {
    records.push_back(fate.record);
  }
  return records;
}

}  // namespace unspin
