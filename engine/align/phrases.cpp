#include "engine/align/phrases.hpp"

#include <algorithm>

#include "engine/lexicon/stemmer.hpp"

namespace unspin {

std::string phrase_of(const Words& words, const Vocabulary& vocabulary, std::uint32_t begin,
                      std::uint32_t end) {
  std::string text(vocabulary.text(words.id[begin]));
  for (std::uint32_t i = begin + 1; i < end; ++i) {
    text += ' ';
    text += vocabulary.text(words.id[i]);
  }
  return text;
}

std::optional<PhraseTestimony> testimony_on(const Lexicon* lexicon, std::string_view from,
                                            std::string_view to) {
  if (lexicon == nullptr) {
    return std::nullopt;
  }
  std::array<Lexicon::WordId, WordFact::most_forms> from_forms{};
  std::array<Lexicon::WordId, WordFact::most_forms> to_forms{};
  const std::size_t from_count = lexicon->base_forms(without_possessive(from), from_forms);
  const std::size_t to_count =
      from_count == 0 ? 0 : lexicon->base_forms(without_possessive(to), to_forms);
  std::optional<PhraseTestimony> best;
  for (std::size_t a = 0; a < from_count; ++a) {
    for (std::size_t b = 0; b < to_count; ++b) {
      const auto found = lexicon->relation(from_forms[a], to_forms[b]);
      if (found && (!best || found->resource < best->testimony.resource ||
                    (found->resource == best->testimony.resource &&
                     found->relation < best->testimony.relation))) {
        best = {*found, from_forms[a], to_forms[b]};
      }
    }
  }
  return best;
}

PhraseForms PhraseFinder::forms_of(const Words& words, std::uint32_t begin, std::uint32_t end) {
  PhraseForms found;
  const auto first = facts_.forms(words.id[begin]);
  const auto last = facts_.forms(words.id[end - 1]);
  if (end - begin == 1) {
    std::copy(first.begin(), first.end(), found.ids.begin());
    found.count = first.size();
    return found;
  }
  const auto try_phrase = [&](std::string_view first_word, std::string_view last_word) {
    phrase_ = first_word;
    for (std::uint32_t i = begin + 1; i + 1 < end; ++i) {
      phrase_ += ' ';
      phrase_ += vocabulary_.text(words.id[i]);
    }
    phrase_ += ' ';
    phrase_ += last_word;
    const Lexicon::WordId entry = lexicon_->find(phrase_);
    if (entry != Lexicon::unknown && found.count < found.ids.size()) {
      found.ids[found.count++] = entry;
    }
  };
  // An inflected second word is ruled out by its own bit only if it is not the last one.
  const std::uint32_t first_id = words.id[begin];
  const std::string_view first_word = vocabulary_.text(first_id);
  const std::string_view last_word = without_possessive(vocabulary_.text(words.id[end - 1]));
  const std::uint64_t second =
      bit_of(end - begin == 2 ? last_word : vocabulary_.text(words.id[begin + 1]));
  for (std::size_t k = 0; k < first.size(); ++k) {
    if ((facts_.seconds_of_forms[first_id][k] & second) != 0 &&
        lexicon_->text(first[k]) != first_word) {
      try_phrase(lexicon_->text(first[k]), last_word);
    }
  }
  const std::uint64_t seconds = facts_.seconds[first_id];
  if ((seconds & second) != 0) {
    try_phrase(first_word, last_word);
  }
  for (const Lexicon::WordId form : last) {
    const std::string_view text = lexicon_->text(form);
    if (text != last_word && (seconds & (end - begin == 2 ? bit_of(text) : second)) != 0) {
      try_phrase(first_word, text);
    }
  }
  return found;
}

}  // namespace unspin
