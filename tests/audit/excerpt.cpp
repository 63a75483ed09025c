#include "tests/audit/excerpt.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/text/sentences.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin::audit_set {
namespace {

/// Sentences and words of a text, by where they begin and end.
struct Places {
  explicit Places(std::string_view of) : text(of), sentences(sentence_starts(of)) {
    WordSegmenter segmenter;
    segmenter.for_each_word(of, [&](const WordSegmenter::Segment& word, std::string_view) {
      words.push_back({word.begin, word.end});
    });
    for (const std::uint32_t start : sentences) {
      first_words.push_back(static_cast<std::size_t>(
          std::ranges::lower_bound(words, start, {}, &Span::begin) - words.begin()));
    }
    first_words.push_back(words.size());
    sentences.push_back(static_cast<std::uint32_t>(of.size()));
  }

  std::size_t count() const { return sentences.size() - 1; }
  std::size_t words_in(std::size_t first, std::size_t last) const {
    return first_words[last] - first_words[first];
  }

  /// Without the blanks and line breaks at its ends, which are sentences of their own.
  Span trimmed(Span span) const {
    const auto is_blank = [this](std::size_t at) { return text[at] == ' ' || text[at] == '\n'; };
    while (span.begin < span.end && is_blank(span.begin)) {
      ++span.begin;
    }
    while (span.begin < span.end && is_blank(span.end - 1)) {
      --span.end;
    }
    return span;
  }
  Span span_of(std::size_t first, std::size_t last) const {
    return trimmed({sentences[first], sentences[last]});
  }

  std::string_view text;
  std::vector<std::uint32_t> sentences;  // and the text's end
  std::vector<Span> words;
  std::vector<std::size_t> first_words;  // of each sentence; and the number of words
};

/// The first of the runs of sentences with so many words that `suits` takes.
template <class Suits>
std::optional<Span> find_sentences(const Places& places, std::size_t least, std::size_t most,
                                   training::Random& random, Suits&& suits) {
  const std::size_t offset = random.below(std::max<std::size_t>(places.count(), 1));
  for (std::size_t i = 0; i < places.count(); ++i) {
    const std::size_t first = (offset + i) % places.count();
    for (std::size_t last = first + 1;
         last <= places.count() && places.words_in(first, last) <= most; ++last) {
      if (places.words_in(first, last) >= least && suits(places.span_of(first, last))) {
        return places.span_of(first, last);
      }
    }
  }
  return std::nullopt;
}

}  // namespace

Span cut_excerpt(std::string_view text, std::size_t words, training::Random& random) {
  const Places places(text);
  if (places.words.size() <= words) {
    return {0, text.size()};
  }
  const std::size_t slack = words / 10;
  if (const auto whole =
          find_sentences(places, words - slack, words + slack, random, [](Span) { return true; })) {
    return *whole;
  }
  std::size_t starts = 1;
  while (starts < places.count() && places.first_words[starts] + words <= places.words.size()) {
    ++starts;
  }
  const std::size_t first = random.below(starts);
  return places.trimmed(
      {places.sentences[first], places.words[places.first_words[first] + words - 1].end});
}

std::optional<Span> cut_quotation(std::string_view text, std::size_t least, std::size_t most,
                                  std::string_view unwanted, training::Random& random) {
  const Places places(text);
  return find_sentences(places, least, most, random, [&](Span span) {
    const std::string_view part = text.substr(span.begin, span.size());
    return part.find('\n') == part.npos && part.find_first_of(unwanted) == part.npos;
  });
}

}  // namespace unspin::audit_set
