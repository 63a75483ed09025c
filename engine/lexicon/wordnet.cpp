// Base forms as NLTK 3.8 finds them: an irregular form has only the bases that its list names.
// Otherwise a word's own entry counts together with what one application of each ending rule makes
// of it; if nothing of that is a lemma, the rules are applied to what they made, and so on.
#include "engine/lexicon/wordnet.hpp"

#include <algorithm>

namespace unspin {
namespace {

struct EndingRule {
  std::string_view ending, replacement;
};

constexpr std::array<EndingRule, 9> noun_rules = {{{"s", ""},
                                                   {"ses", "s"},
                                                   {"ves", "f"},
                                                   {"xes", "x"},
                                                   {"zes", "z"},
                                                   {"ches", "ch"},
                                                   {"shes", "sh"},
                                                   {"men", "man"},
                                                   {"ies", "y"}}};
constexpr std::array<EndingRule, 8> verb_rules = {{{"s", ""},
                                                   {"ies", "y"},
                                                   {"es", "e"},
                                                   {"es", ""},
                                                   {"ed", "e"},
                                                   {"ed", ""},
                                                   {"ing", "e"},
                                                   {"ing", ""}}};
constexpr std::array<EndingRule, 4> adjective_rules = {
    {{"er", ""}, {"est", ""}, {"er", "e"}, {"est", "e"}}};

constexpr std::size_t parts = 4;
constexpr std::array<std::span<const EndingRule>, parts> rules_of = {
    noun_rules, verb_rules, adjective_rules, std::span<const EndingRule>()};

/// Longer than any lemma: they have at most 71 bytes.
constexpr std::size_t most_bytes = 256;

}  // namespace

std::span<const std::uint32_t> WordNet::senses_of(WordId word) const {
  if (word == unknown) {
    return {};
  }
  const std::uint32_t begin = tables_.sense_offsets[word];
  return tables_.senses.subspan(begin, tables_.sense_offsets[word + 1] - begin);
}

void WordNet::add_members(std::uint32_t synset, std::vector<WordId>& out) const {
  if (std::size_t{synset} + 1 >= tables_.member_offsets.size()) {
    return;
  }
  const auto members =
      tables_.members.subspan(tables_.member_offsets[synset],
                              tables_.member_offsets[synset + 1] - tables_.member_offsets[synset]);
  out.insert(out.end(), members.begin(), members.end());
}

bool WordNet::add_irregular(std::string_view form, std::uint32_t part,
                            std::vector<WordId>& out) const {
  bool found = false;
  for (const std::uint32_t packed : senses_of(find(form))) {
    const auto sense = WordNetSense::unpacked(packed);
    if (sense.is_irregular && sense.part == part) {
      add_members(sense.synset, out);
      found = true;
    }
  }
  return found;
}

bool WordNet::add_regular(std::string_view begin, std::string_view end, std::uint32_t part,
                          std::vector<WordId>& out) const {
  std::array<char, most_bytes> lemma;
  const std::size_t size = begin.size() + end.size();
  if (size > lemma.size()) {
    return false;
  }
  std::ranges::copy(end, std::ranges::copy(begin, lemma.begin()).out);
  bool found = false;
  for (const std::uint32_t packed : senses_of(find({lemma.data(), size}))) {
    const auto sense = WordNetSense::unpacked(packed);
    if (!sense.is_irregular && sense.part == part) {
      add_members(sense.synset, out);
      found = true;
    }
  }
  return found;
}

void WordNet::add_bases(std::string_view form, std::uint32_t part, std::vector<WordId>& out) const {
  if (add_irregular(form, part, out)) {
    return;
  }
  bool found = add_regular(form, {}, part, out);
  for (bool can_shorten = true; can_shorten;) {
    std::string_view shortest = form;
    for (const EndingRule& rule : rules_of[part]) {
      if (!form.ends_with(rule.ending)) {
        continue;
      }
      const std::string_view begin = form.substr(0, form.size() - rule.ending.size());
      found |= add_regular(begin, rule.replacement, part, out);
      if (rule.ending.starts_with(rule.replacement)) {
        shortest =
            form.substr(0, std::min(shortest.size(), begin.size() + rule.replacement.size()));
      }
    }
    // No rule takes what another one leaves, unless that is the shortest beginning of the form.
    can_shorten = !found && shortest.size() < form.size();
    form = shortest;
  }
}

void WordNet::synonyms(std::string_view form, std::vector<WordId>& out) const {
  out.clear();
  for (std::uint32_t part = 0; part < parts; ++part) {
    add_bases(form, part, out);
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

}  // namespace unspin
