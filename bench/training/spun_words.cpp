#include "bench/training/spun_words.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "bench/training/random.hpp"
#include "engine/text/sentences.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin::training {
namespace {

constexpr std::string_view curly_apostrophe = "\u2019";

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
char to_capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// Follows quotation marks; a paragraph's end closes them all.
class Quotation {
 public:
  void read(std::string_view gap) {
    for (std::size_t i = 0; i < gap.size(); ++i) {
      if (gap[i] == '"') {
        is_open_ = !is_open_;
      } else if (gap[i] == '\n') {
        is_open_ = false;
      } else if (gap.substr(i).starts_with("\u201c")) {
        is_open_ = true;
      } else if (gap.substr(i).starts_with("\u201d")) {
        is_open_ = false;
      }
    }
  }
  bool is_open() const { return is_open_; }

 private:
  bool is_open_ = false;
};

void mark_names(std::string_view text, std::vector<SpunWord>& words) {
  std::unordered_set<std::string_view> small, tall;
  for (const SpunWord& word : words) {
    if (!is_capital(text[word.begin])) {
      small.insert(word.folded);
    } else if (!word.begins_sentence) {
      tall.insert(word.folded);
    }
  }
  for (SpunWord& word : words) {
    word.may_be_name = is_capital(text[word.begin]) && !small.contains(word.folded);
    word.is_name = word.may_be_name && tall.contains(word.folded) && word.folded != "i";
  }
}

/// Each word of a phrase with a capital, or the first only.
void capitalise(std::string& text, bool all_words) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 0 || (all_words && text[i - 1] == ' ')) {
      text[i] = to_capital(text[i]);
    }
  }
}

/// i → I, i'm → I'm.
void capitalise_pronoun(std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = i == 0 || text[i - 1] == ' ';
    const bool ends = i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\'';
    if (text[i] == 'i' && begins && ends) {
      text[i] = 'I';
    }
  }
}

constexpr std::pair<std::string_view, std::string_view> slips[] = {
    {"ca", "ka"}, {"ley", "lay"}, {"ph", "f"},   {"ll", "l"}, {"nn", "n"},  {"tt", "t"},
    {"ei", "ie"}, {"ck", "k"},    {"ia", "iya"}, {"oe", "o"}, {"ay", "ey"}, {"ee", "ea"},
};

}  // namespace

std::vector<SpunWord> words_to_spin(std::string_view text) {
  const std::vector<std::uint32_t> sentences = sentence_starts(text);
  std::vector<SpunWord> words;
  WordSegmenter segmenter;
  Quotation quotation;
  std::uint32_t read = 0;
  std::size_t sentence = 0;
  segmenter.for_each_word(text, [&](const WordSegmenter::Segment& at, std::string_view folded) {
    const std::string_view gap = text.substr(read, at.begin - read);
    quotation.read(gap);
    SpunWord word{.begin = at.begin, .end = at.end, .folded = std::string(folded)};
    word.follows_blank = gap == " " && !words.empty();
    word.is_quoted = quotation.is_open();
    while (sentence < sentences.size() && sentences[sentence] <= at.begin) {
      word.begins_sentence = true;
      ++sentence;
    }
    read = at.end;
    words.push_back(std::move(word));
  });
  mark_names(text, words);
  return words;
}

std::string written_like(std::string_view replacement, std::string_view original,
                         bool has_curly_apostrophes) {
  std::string text(replacement);
  const std::size_t second = original.find(' ');
  const bool all_capitals =
      original.size() > 1 &&
      std::ranges::none_of(original, [](char c) { return c >= 'a' && c <= 'z'; }) &&
      is_capital(original[0]);
  if (all_capitals) {
    std::ranges::transform(text, text.begin(), to_capital);
  } else if (is_capital(original[0]) && original != "I") {
    const bool is_title = second != std::string_view::npos && is_capital(original[second + 1]);
    capitalise(text, is_title);
  }
  capitalise_pronoun(text);
  if (has_curly_apostrophes) {
    for (std::size_t at = text.find('\''); at != std::string::npos; at = text.find('\'', at)) {
      text.replace(at, 1, curly_apostrophe);
    }
  }
  return text;
}

std::string damaged_name(std::string_view name, std::uint64_t seed) {
  const std::size_t first = Random(seed).below(std::size(slips));
  for (std::size_t i = 0; i < std::size(slips); ++i) {
    const auto& [from, to] = slips[(first + i) % std::size(slips)];
    if (const std::size_t at = name.find(from, 1); at != std::string_view::npos) {
      return std::string(name).replace(at, from.size(), to);
    }
  }
  return std::string(name);
}

std::string rearranged(std::string_view text, double dropped, double moved, std::uint64_t seed) {
  if (dropped <= 0 && moved <= 0) {
    return std::string(text);
  }
  Random random(seed);
  std::vector<std::uint32_t> starts = sentence_starts(text);
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  std::vector<std::string_view> sentences;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    if (!random.chance(i == 0 ? 0 : dropped)) {
      sentences.push_back(text.substr(starts[i], starts[i + 1] - starts[i]));
    }
  }
  for (std::size_t i = 1; i + 1 < sentences.size(); ++i) {
    const bool in_one_paragraph = sentences[i].ends_with(' ') && sentences[i + 1].ends_with(' ');
    if (in_one_paragraph && random.chance(moved)) {
      std::swap(sentences[i], sentences[i + 1]);
      ++i;
    }
  }
  std::string result;
  for (const std::string_view sentence : sentences) {
    result += sentence;
  }
  return result;
}

}  // namespace unspin::training
