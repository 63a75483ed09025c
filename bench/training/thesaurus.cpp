#include "bench/training/thesaurus.hpp"

#include <algorithm>
#include <array>

#include "engine/lexicon/function_words.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin::training {
namespace {

template <std::size_t count>
bool is_one_of(std::string_view word, const std::string_view (&words)[count]) {
  return std::ranges::find(words, word) != std::end(words);
}

constexpr std::string_view determiners[] = {"a",   "an",    "the",  "this", "that", "these",
                                            "his", "her",   "its",  "my",   "our",  "their",
                                            "your", "some", "every", "no",  "each"};
constexpr std::string_view before_verbs[] = {"to",    "will",   "would", "can",  "could", "may",
                                             "might", "should", "must",  "not",  "i",     "you",
                                             "we",    "they",   "who",   "don't", "didn't"};
constexpr std::string_view before_participles[] = {"have", "has",  "had", "is",  "are",  "was",
                                                   "were", "been", "be",  "by",  "being"};

/// Whether a word of this form behind this word can be of this part of speech.
bool fits(PartOfSpeech part, WordForm form, std::string_view previous) {
  if (part == PartOfSpeech::unknown) {
    return true;
  }
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

/// Letters, with hyphens and at most two blanks: no years, abbreviations or quotations.
bool is_plain(std::string_view candidate) {
  return candidate.size() > 2 && std::ranges::count(candidate, ' ') <= 2 &&
         std::ranges::all_of(candidate,
                             [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '-'; });
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
      if (count == 0 && !is_phrase) {
        return 0;
      }
      const double by_sense = testimony.sense <= 1 ? 4 : testimony.sense == 2 ? 2 : 0.3;
      const double by_use = is_phrase ? 0.5 : count >= 8 ? 3 : 1;
      return by_sense * by_use;
    }
    case Taste::any:
      return is_phrase ? 0.3 : 1;
    case Taste::rare:
      return is_phrase ? 0 : count <= 1 ? 3 : 0.5;
  }
  return 0;
}

Entry Thesaurus::entry_of(Lexicon::WordId word, std::string_view folded,
                          std::string_view previous) const {
  Entry entry{.base = lexicon_.text(word)};
  entry.form = form_of(folded, entry.base);
  if (entry.form == WordForm::past && is_one_of(previous, before_participles)) {
    entry.form = WordForm::participle;
  }
  return entry;
}

Entry Thesaurus::dictionary_form(std::string_view folded, std::string_view previous) const {
  std::array<Lexicon::WordId, 4> forms{};
  const std::size_t count = lexicon_.base_forms(folded, forms);
  return count == 0 ? Entry() : entry_of(forms[count - 1], folded, previous);
}

Entry Thesaurus::look_up(std::string_view folded, std::string_view previous,
                         const Manner& manner) const {
  std::array<Lexicon::WordId, 4> forms{};
  const std::size_t count = lexicon_.base_forms(folded, forms);
  Entry entry;
  // The dictionary form first: "sold" is of sell, though it has an entry of its own.
  for (std::size_t i = count; i-- > 0 && entry.options.empty();) {
    entry = entry_of(forms[i], folded, previous);
    const Lexicon::Neighbours neighbours = lexicon_.neighbours(forms[i]);
    for (std::size_t n = 0; n < neighbours.words.size(); ++n) {
      const Testimony testimony = Lexicon::testimony_of(neighbours.testimony[n]);
      const bool is_asked = (testimony.resource == Resource::wordnet && manner.wordnet) ||
                            (testimony.resource == Resource::mythes && manner.mythes) ||
                            (testimony.resource == Resource::moby && manner.moby);
      const std::string_view candidate = lexicon_.text(neighbours.words[n]);
      if (!is_asked || (manner.only_synonyms && testimony.relation != Relation::synonym) ||
          (manner.minds_part && !fits(testimony.part, entry.form, previous)) ||
          !is_plain(candidate) || begin_alike(candidate, entry.base) ||
          is_function_word(candidate)) {
        continue;
      }
      if (const double weight = weight_of(testimony, candidate, manner); weight > 0) {
        entry.options.push_back({candidate, testimony.part, weight});
      }
    }
  }
  return entry;
}

}  // namespace unspin::training
