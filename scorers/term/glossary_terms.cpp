#include "scorers/term/glossary_terms.hpp"

#include <unordered_map>

namespace unspin {
namespace {

struct Match {
  std::uint32_t entry = Glossary::no_entry;
  std::uint32_t length = 0;  // 0: no term begins here
};

Match longest_match(const TermWords& words, const Glossary& glossary, std::uint32_t begin) {
  const std::vector<std::uint32_t>& stems = words.source_stems();
  Match match;
  std::uint32_t phrase = PhraseTree::empty_phrase;
  for (std::uint32_t i = begin; i < stems.size(); ++i) {
    if (stems[i] >= glossary.stem_count() || (i > begin && !words.is_joined(i))) {
      break;
    }
    phrase = glossary.terms().find(phrase, stems[i]);
    if (phrase == PhraseTree::none) {
      break;
    }
    if (glossary.entry_of(phrase) != Glossary::no_entry) {
      match = {glossary.entry_of(phrase), i + 1 - begin};
    }
  }
  return match;
}

std::vector<SourceTerm::Rendering> renderings(const std::vector<Glossary::Phrase>& phrases) {
  std::vector<SourceTerm::Rendering> all;
  all.reserve(phrases.size());
  for (const Glossary::Phrase& phrase : phrases) {
    all.push_back({.phrase = phrase});
  }
  return all;
}

}  // namespace

std::vector<SourceTerm> glossary_terms(const TermWords& words) {
  std::vector<SourceTerm> terms;
  const Glossary* glossary = words.pair().glossary();
  if (glossary == nullptr) {
    return terms;
  }
  std::unordered_map<std::uint32_t, std::size_t> term_of_entry;
  for (std::uint32_t i = 0; i < words.source().size();) {
    const Match match = longest_match(words, *glossary, i);
    if (match.length == 0) {
      ++i;
      continue;
    }
    const auto [known, is_new] = term_of_entry.emplace(match.entry, terms.size());
    if (is_new) {
      const Glossary::Entry& entry = glossary->entries()[match.entry];
      terms.push_back({.length = match.length,
                       .begins = {},
                       .variants = renderings(entry.variants),
                       .forbidden = renderings(entry.forbidden),
                       .is_from_glossary = true});
    }
    terms[known->second].begins.push_back(i);
    i += match.length;
  }
  return terms;
}

}  // namespace unspin
