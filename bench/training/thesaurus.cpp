#include "bench/training/thesaurus.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>
#include <span>

#include "engine/lexicon/function_words.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin::training {
namespace {

template <std::size_t count>
bool is_one_of(std::string_view word, const std::string_view (&words)[count]) {
  return std::ranges::find(words, word) != std::end(words);
}

constexpr std::string_view determiners[] = {"a",    "an",   "the",   "this", "that", "these",
                                            "his",  "her",  "its",   "my",   "our",  "their",
                                            "your", "some", "every", "no",   "each"};
constexpr std::string_view before_verbs[] = {"to",    "will",   "would", "can",   "could", "may",
                                             "might", "should", "must",  "not",   "i",     "you",
                                             "we",    "they",   "who",   "don't", "didn't"};
constexpr std::string_view before_participles[] = {"have", "has",  "had", "is", "are",  "was",
                                                   "were", "been", "be",  "by", "being"};

/// Whether a word of this form behind this word can be of this part of speech.
bool fits(PartOfSpeech part, WordForm form, std::string_view previous) {
  switch (form) {
    case WordForm::past:
    case WordForm::participle:
    case WordForm::ing:
      return part == PartOfSpeech::verb;
    case WordForm::comparative:
    case WordForm::superlative:
      return part == PartOfSpeech::adjective || part == PartOfSpeech::adverb;
    case WordForm::s:
      return part == PartOfSpeech::noun ||
             (part == PartOfSpeech::verb && !is_one_of(previous, determiners));
    case WordForm::base:
      break;
  }
  if (is_one_of(previous, determiners)) {
    return part == PartOfSpeech::noun || part == PartOfSpeech::adjective;
  }
  return !is_one_of(previous, before_verbs) || part == PartOfSpeech::verb ||
         part == PartOfSpeech::adverb;
}

/// Letters, with hyphens and at most one blank: no years, abbreviations or quotations.
bool is_plain(std::string_view candidate) {
  return candidate.size() > 2 && std::ranges::count(candidate, ' ') <= 1 &&
         std::ranges::all_of(candidate,
                             [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '-'; });
}

std::uint8_t bit_of(PartOfSpeech part) {
  return part == PartOfSpeech::unknown
             ? std::uint8_t{0}
             : static_cast<std::uint8_t>(1u << static_cast<unsigned>(part));
}

bool begin_alike(std::string_view a, std::string_view b) {
  const std::size_t same = std::min({a.size(), b.size(), std::size_t{5}});
  return a.substr(0, same) == b.substr(0, same);
}

}  // namespace

void WordCounts::add_words_of(std::string_view text) {
  WordSegmenter segmenter;
  segmenter.for_each_word(text, [&](const WordSegmenter::Segment&, std::string_view folded) {
    ++counts_[std::string(folded)];
  });
}

std::uint32_t WordCounts::of(std::string_view folded) const {
  const auto at = counts_.find(std::string(folded));
  return at == counts_.end() ? 0 : at->second;
}

double Thesaurus::weight_of(const Testimony& testimony, std::string_view candidate,
                            const Manner& manner) const {
  const bool is_phrase = candidate.find(' ') != std::string_view::npos;
  const std::uint32_t count = counts_.of(candidate);
  switch (manner.taste) {
    case Taste::common: {
      // Only the first two senses of the word itself; of the other word's senses, who knows.
      const bool is_first_sense = testimony.sense <= 1 && !testimony.head_is_second;
      if ((count == 0 && !(is_phrase && is_first_sense)) || testimony.sense > 2) {
        return 0;
      }
      const double by_sense = testimony.head_is_second ? 0.3 : is_first_sense ? 4 : 1;
      const double by_use = is_phrase ? 0.3 : count >= 8 ? 3 : 1;
      return by_sense * by_use;
    }
    case Taste::any:
      return is_phrase ? 0.3 : 1;
    case Taste::rare:
      return is_phrase ? 0 : count <= 1 ? 3 : 0.5;
  }
  return 0;
}

Thesaurus::Thesaurus(const Lexicon& lexicon, const WordCounts& counts)
    : lexicon_(lexicon), counts_(counts), parts_(lexicon.size()) {
  for (Lexicon::WordId word = 0; word < lexicon.size(); ++word) {
    for (const std::uint16_t packed : lexicon.neighbours(word).testimony) {
      parts_[word] |= bit_of(Lexicon::testimony_of(packed).part);
    }
  }
}

std::vector<Entry> Thesaurus::entries_of(std::string_view folded, std::string_view previous) const {
  std::array<Lexicon::WordId, 8> forms{};
  std::vector<Entry> entries;
  for (const Lexicon::WordId word :
       std::span(forms).first(lexicon_.base_forms(folded, forms)) | std::views::reverse) {
    const std::string_view base = lexicon_.text(word);
    if (const std::optional<WordForm> form = form_of(folded, base)) {
      const bool is_participle = form == WordForm::past && is_one_of(previous, before_participles);
      entries.push_back({.base = base, .form = is_participle ? WordForm::participle : *form});
    }
  }
  return entries;
}

Entry Thesaurus::dictionary_form(std::string_view folded, std::string_view previous) const {
  const std::vector<Entry> entries = entries_of(folded, previous);
  return entries.empty() ? Entry() : entries.front();
}

bool Thesaurus::relates(std::string_view a, std::string_view b) const {
  return lexicon_.relation(lexicon_.find(a), lexicon_.find(b)).has_value();
}

/// As what a candidate is meant; `unknown` if it cannot stand there.
PartOfSpeech Thesaurus::part_of(Lexicon::WordId candidate, const Testimony& testimony,
                                WordForm form, std::string_view previous) const {
  for (const PartOfSpeech part :
       {PartOfSpeech::noun, PartOfSpeech::verb, PartOfSpeech::adjective, PartOfSpeech::adverb}) {
    const bool can_be = testimony.part == PartOfSpeech::unknown
                            ? (parts_[candidate] & bit_of(part)) != 0
                            : testimony.part == part;
    if (can_be && fits(part, form, previous)) {
      return part;
    }
  }
  return PartOfSpeech::unknown;
}

Entry Thesaurus::look_up(std::string_view folded, std::string_view previous,
                         const Manner& manner) const {
  Entry found;
  for (Entry& entry : entries_of(folded, previous)) {
    const Lexicon::Neighbours neighbours = lexicon_.neighbours(lexicon_.find(entry.base));
    for (std::size_t n = 0; n < neighbours.words.size(); ++n) {
      const Testimony testimony = Lexicon::testimony_of(neighbours.testimony[n]);
      const bool is_asked = (testimony.resource == Resource::wordnet && manner.wordnet) ||
                            (testimony.resource == Resource::mythes && manner.mythes) ||
                            (testimony.resource == Resource::moby && manner.moby);
      const std::string_view candidate = lexicon_.text(neighbours.words[n]);
      const PartOfSpeech part = part_of(neighbours.words[n], testimony, entry.form, previous);
      if (!is_asked || (manner.only_synonyms && testimony.relation != Relation::synonym) ||
          (manner.minds_part && part == PartOfSpeech::unknown) || !is_plain(candidate) ||
          begin_alike(candidate, entry.base) || is_function_word(candidate)) {
        continue;
      }
      if (const double weight = weight_of(testimony, candidate, manner); weight > 0) {
        entry.options.push_back({candidate, part, weight});
      }
    }
    found = std::move(entry);
    if (!found.options.empty()) {
      break;
    }
  }
  return found;
}

}  // namespace unspin::training
