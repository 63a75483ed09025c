#include "scorers/term/term_words.hpp"

#include <algorithm>

namespace unspin {
namespace {

constexpr std::size_t shortest_acronym = 2;
constexpr std::size_t longest_acronym = 8;

bool is_acronym(std::string_view raw) {
  if (raw.size() > shortest_acronym && raw.back() == 's') {
    raw.remove_suffix(1);
  }
  return raw.size() >= shortest_acronym && raw.size() <= longest_acronym &&
         std::ranges::all_of(raw, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

TermWords::TermWords(PreparedPair& pair)
    : pair_(pair),
      source_(pair.words(TextIndex::source)),
      rewrite_(pair.words(TextIndex::rewrite)),
      facts_(pair.word_facts()),
      raw_source_(pair.source()),
      source_stems_(stems_of(source_)),
      rewrite_stems_(stems_of(rewrite_)) {}

std::vector<std::uint32_t> TermWords::stems_of(const Words& words) const {
  std::vector<std::uint32_t> stems(words.size());
  const std::span<const Glossary::StemId> of_glossary = pair_.glossary_stems();
  if (of_glossary.empty()) {
    std::ranges::transform(words.id, stems.begin(),
                           [&](std::uint32_t id) { return facts_.stem[id]; });
    return stems;
  }
  const std::uint32_t first_other = pair_.glossary()->stem_count();
  std::ranges::transform(words.id, stems.begin(), [&](std::uint32_t id) {
    return of_glossary[id] != Glossary::no_stem ? of_glossary[id] : first_other + facts_.stem[id];
  });
  return stems;
}

bool TermWords::is_source_acronym(std::size_t i) const {
  return is_acronym(source_.original(raw_source_, i, i));
}

bool TermWords::is_rewrite_acronym(std::size_t j) const {
  return is_acronym(rewrite_.original(pair_.rewrite(), j, j));
}

std::uint32_t TermWords::add_source_phrase(std::uint32_t begin, std::uint32_t length,
                                           PhraseTree& tree) const {
  std::uint32_t phrase = PhraseTree::empty_phrase;
  for (std::uint32_t i = begin; i < begin + length; ++i) {
    phrase = tree.extend(phrase, source_stems_[i]);
  }
  return phrase;
}

}  // namespace unspin
