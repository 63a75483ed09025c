#include "engine/lexicon/wordnet_draft.hpp"

#include "engine/lexicon/source_lines.hpp"

namespace unspin {

std::uint32_t WordNetDraft::word(std::string_view text) {
  const std::uint32_t number = words_.intern(text);
  if (number == senses_.size()) {
    senses_.emplace_back();
  }
  return number;
}

void WordNetDraft::add_synset(std::size_t part) {
  part_ = static_cast<std::uint32_t>(part);
  members_.emplace_back();
}

void WordNetDraft::add_lemma(std::string_view spelling, std::string_view lemma) {
  const std::uint32_t number = word(lemma);
  senses_[number].push_back(
      {.part = part_, .synset = static_cast<std::uint32_t>(members_.size() - 1)});
  if (spelling == lemma && lemma.find('_') == std::string_view::npos) {
    members_.back().push_back(number);
  }
}

void WordNetDraft::add_irregular(std::size_t part, std::string_view form, std::string_view bases) {
  const std::uint32_t number = word(form);
  std::vector<std::uint32_t>& all = irregular_[{static_cast<std::uint32_t>(part), number}];
  all.assign(1, number);
  while (!bases.empty()) {
    const std::string_view base = cut_field(bases, ' ');
    if (!base.empty()) {
      all.push_back(word(base));
    }
  }
}

void WordNetDraft::add_irregular_senses(Senses& senses) const {
  for (const auto& [key, bases] : irregular_) {
    const auto [part, form] = key;
    bool is_of_a_lemma = false;
    for (const std::uint32_t base : bases) {
      for (const WordNetSense& sense : senses_[base]) {
        if (sense.part == part) {
          senses[form].push_back({.part = part, .is_irregular = true, .synset = sense.synset});
          is_of_a_lemma = true;
        }
      }
    }
    if (!is_of_a_lemma) {
      senses[form].push_back(
          {.part = part, .is_irregular = true, .synset = WordNetSense::no_synset});
    }
  }
}

WordNetDraft::Arrays WordNetDraft::arrays() const {
  Senses senses = senses_;
  add_irregular_senses(senses);
  Arrays made;
  made.sense_offsets.push_back(0);
  for (const std::vector<WordNetSense>& of_word : senses) {
    for (const WordNetSense& sense : of_word) {
      made.senses.push_back(sense.packed());
    }
    made.sense_offsets.push_back(static_cast<std::uint32_t>(made.senses.size()));
  }
  made.member_offsets.push_back(0);
  for (const std::vector<std::uint32_t>& of_synset : members_) {
    made.members.insert(made.members.end(), of_synset.begin(), of_synset.end());
    made.member_offsets.push_back(static_cast<std::uint32_t>(made.members.size()));
  }
  return made;
}

}  // namespace unspin
