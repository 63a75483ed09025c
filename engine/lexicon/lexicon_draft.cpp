#include "engine/lexicon/lexicon_draft.hpp"

namespace unspin {

std::uint32_t LexiconDraft::entry(std::string_view phrase) {
  const std::uint32_t known = phrases_.intern(phrase);
  if (known == entry_of_phrase_.size()) {
    const std::string_view folded = normaliser.entry(phrase);
    entry_of_phrase_.push_back(folded.empty() ? none : entries_.intern(folded));
  }
  return entry_of_phrase_[known];
}

void LexiconDraft::claim(const Claim& claim) {
  if (claim.head != none && claim.other != none) {
    relations_.claim(claim);
  }
}

void LexiconDraft::antonyms(std::uint32_t a, std::uint32_t b) {
  if (a != none && b != none) {
    relations_.antonyms(a, b);
  }
}

void LexiconDraft::form(std::string_view form, std::string_view base) {
  std::string folded(normaliser.entry(form));
  std::string base_folded(normaliser.entry(base));
  if (!folded.empty() && !base_folded.empty() && folded != base_folded) {
    forms_.emplace_back(std::move(folded), std::move(base_folded));
  }
}

void LexiconDraft::settle(Resource resource, std::string name) {
  const std::uint64_t relations = relations_.settle(resource);
  sources_.push_back({.resource = resource, .name = std::move(name), .relations = relations});
}

}  // namespace unspin
