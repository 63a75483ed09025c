#include "scorers/ngram/rouge.hpp"

#include <algorithm>
#include <string>

#include "engine/text/lower_case.hpp"
#include "engine/text/word_segmenter.hpp"
#include "scorers/ngram/porter_stemmer.hpp"

namespace unspin::rouge {
namespace {

constexpr std::size_t longest_unstemmed = 3;

std::size_t characters_in(std::string_view word) {
  return static_cast<std::size_t>(std::ranges::count_if(
      word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

template <bool stemmed>
void add_word(std::string_view word, TokenSink& out) {
  if constexpr (stemmed) {
    thread_local PorterStemmer stemmer;
    if (word.size() > longest_unstemmed && characters_in(word) > longest_unstemmed) {
      word = stemmer.stem(word);
    }
  }
  out.add(word);
}

constexpr bool is_token_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

template <bool stemmed>
void split_ascii(std::string_view text, TokenSink& out) {
  thread_local std::string lower;
  // Before the filter, not after: U+212A KELVIN SIGN becomes k.
  to_lower_case(text, lower);
  for (std::size_t at = 0; at < lower.size();) {
    if (!is_token_byte(lower[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < lower.size() && is_token_byte(lower[at])) {
      ++at;
    }
    add_word<stemmed>(std::string_view(lower).substr(begin, at - begin), out);
  }
}

template <bool stemmed>
void split_unicode(std::string_view text, TokenSink& out) {
  thread_local WordSegmenter segmenter;
  segmenter.for_each_word(text, [&](WordSegmenter::Segment, std::string_view folded) {
    add_word<stemmed>(folded, out);
  });
}

template <void (*split)(std::string_view, TokenSink&)>
void split_lines(std::string_view text, TokenSink& out) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    split(line, out);
    out.add_end_of_line();
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
}

constexpr Tokenization words[2][2] = {
    {{"rouge", split_ascii<false>}, {"rouge, stems", split_ascii<true>}},
    {{"words", split_unicode<false>}, {"words, stems", split_unicode<true>}}};

constexpr Tokenization lines[2][2] = {{{"rouge, by line", split_lines<split_ascii<false>>},
                                       {"rouge, stems by line", split_lines<split_ascii<true>>}},
                                      {{"words, by line", split_lines<split_unicode<false>>},
                                       {"words, stems by line", split_lines<split_unicode<true>>}}};

}  // namespace

const Tokenization& words_for(const Settings& settings) {
  return words[settings.count(tokenize)][settings.count(stemmer)];
}

const Tokenization& lines_for(const Settings& settings) {
  return lines[settings.count(tokenize)][settings.count(stemmer)];
}

void take_better(double common, double of_hypothesis, double of_reference, std::span<double> best) {
  const double p = of_hypothesis > 0 ? common / of_hypothesis : 0;
  const double r = of_reference > 0 ? common / of_reference : 0;
  const double f = p + r > 0 ? 2 * p * r / (p + r) : 0;
  if (best[pairs] > 0 && f <= best[f1]) {
    return;
  }
  best[precision] = p;
  best[recall] = r;
  best[f1] = f;
  best[pairs] = 1;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  for (const std::size_t i : {precision, recall, f1}) {
    values[i] = stats[pairs] > 0 ? stats[i] / stats[pairs] : 0;
  }
}

}  // namespace unspin::rouge
