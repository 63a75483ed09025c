#include "engine/index/document_keys.hpp"

#define XXH_INLINE_ALL
#include <algorithm>
#include <xxhash.h>

#include "engine/lexicon/function_words.hpp"
#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

enum Family : std::uint64_t { skeletons = 1, trigrams = 2, skip_pairs = 3 };

constexpr std::size_t gram_symbols = 8;
constexpr std::uint32_t least_functions = 3;  // in a skeleton
constexpr std::size_t gram_words = 3;
constexpr std::size_t farthest = 4;  // words between the beginnings of a skip-pair
constexpr std::size_t remembered = std::size_t{1} << 16;  // words

constexpr std::uint64_t content_mark = 1;  // below the code points of punctuation

/// The symbol of a character between words, 0 for what is none. Typography does not matter: a copy
/// may have straight quotes where the original has curly ones.
char32_t punctuation(char32_t c) {
  switch (c) {
    case U'.':
    case U',':
    case U';':
    case U':':
    case U'!':
    case U'?':
    case U'(':
    case U')':
      return c;
    case U'…':
      return U'.';
    case U'-':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
      return U'-';
    case U'"':
    case U'\'':
    case U'“':
    case U'”':
    case U'„':
    case U'‘':
    case U'’':
    case U'«':
    case U'»':
      return U'"';
    default:
      return 0;
  }
}

std::uint64_t hash_of(const std::uint64_t* parts, std::size_t count, Family family) {
  return XXH3_64bits_withSeed(parts, count * sizeof(*parts), family);
}

bool is_english(std::string_view language) {
  return language == "en" || language == "eng" || language == "english";
}

}  // namespace

KeyFinder::KeyFinder(const KeyOptions& options)
    : has_function_words_(is_english(options.language)),
      sampled_out_(options.sampling - 1),
      stemmer_(options.language),
      facts_(remembered) {}

std::uint32_t KeyFinder::find(std::string_view text, std::vector<Key>& keys) {
  unfolder_.unfold(text, unfolded_);
  read(unfolded_.is_changed ? std::string_view(unfolded_.text) : text);
  keys.resize(skeleton_.symbols.size() + words_.size() * (1 + farthest) + 1);
  Key* out = add_skeletons(keys.data());
  trigrams_.first = static_cast<std::size_t>(out - keys.data());
  out = add_trigrams(out);
  trigrams_.second = static_cast<std::size_t>(out - keys.data());
  out = add_skip_pairs(out);
  keys.resize(static_cast<std::size_t>(out - keys.data()));
  return static_cast<std::uint32_t>(words_.size());
}

void KeyFinder::read(std::string_view text) {
  words_.clear();
  stems_.clear();
  is_function_.clear();
  skeleton_.symbols.clear();
  skeleton_.words.clear();
  skeleton_.functions.assign(1, 0);
  std::size_t behind = 0;
  segmenter_.for_each_word(text, [&](WordSegmenter::Segment at, std::string_view folded) {
    read_gap(text.substr(behind, at.begin - behind));
    behind = at.end;
    const WordFact& fact = fact_of(folded);
    const bool is_function = fact.stem == 0;
    if (is_function || skeleton_.symbols.empty() || skeleton_.symbols.back() != content_mark) {
      add_symbol(is_function ? fact.word : content_mark, is_function);
    }
    words_.push_back(fact.word);
    stems_.push_back(fact.stem);
    is_function_.push_back(is_function ? 1 : 0);
  });
  read_gap(text.substr(behind));
}

const KeyFinder::WordFact& KeyFinder::fact_of(std::string_view folded) {
  const std::uint64_t hash = XXH3_64bits(folded.data(), folded.size());
  WordFact& fact = facts_[hash % remembered];
  if (fact.word != hash) {
    const bool is_function = has_function_words_ && is_function_word(folded);
    const std::string stem = is_function ? std::string() : stemmer_.stem_afresh(folded);
    fact = {.word = hash, .stem = is_function ? 0 : XXH3_64bits(stem.data(), stem.size())};
  }
  return fact;
}

void KeyFinder::read_gap(std::string_view gap) {
  if (gap == " " || gap == "-") {  // a hyphen that joins words is none of the skeleton's business
    return;
  }
  for (std::size_t at = 0; at < gap.size();) {
    if (const char32_t mark = punctuation(next_code_point(gap, at)); mark != 0) {
      add_symbol(mark, false);
    }
  }
}

void KeyFinder::add_symbol(std::uint64_t symbol, bool is_function) {
  skeleton_.symbols.push_back(symbol);
  skeleton_.words.push_back(static_cast<std::uint32_t>(words_.size()));
  skeleton_.functions.push_back(skeleton_.functions.back() + (is_function ? 1 : 0));
}

/// Writes the key in any case and steps on only if it is kept: no branch to guess wrong.
Key* KeyFinder::add(Key* out, std::uint64_t hash, std::size_t position) const {
  *out = {hash, static_cast<std::uint32_t>(position)};
  return out + ((hash & sampled_out_) == 0 ? 1 : 0);
}

Key* KeyFinder::add_skeletons(Key* out) const {
  const std::vector<std::uint64_t>& symbols = skeleton_.symbols;
  if (!has_function_words_) {
    return out;
  }
  for (std::size_t i = 0; i + gram_symbols <= symbols.size(); ++i) {
    if (skeleton_.functions[i + gram_symbols] - skeleton_.functions[i] >= least_functions) {
      out = add(out, hash_of(&symbols[i], gram_symbols, skeletons), skeleton_.words[i]);
    }
  }
  return out;
}

Key* KeyFinder::add_trigrams(Key* out) const {
  for (std::size_t i = 0; i + gram_words <= words_.size(); ++i) {
    if (is_function_[i] + is_function_[i + 1] + is_function_[i + 2] < 3) {
      out = add(out, hash_of(&words_[i], gram_words, Family::trigrams), i);
    }
  }
  return out;
}

Key* KeyFinder::add_skip_pairs(Key* out) const {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::size_t end = std::min(words_.size(), i + farthest + 1);
    for (std::size_t j = i + 1; j < end; ++j) {
      if (is_function_[i] == 0 && is_function_[j] == 0) {
        const std::uint64_t pair[] = {stems_[i], stems_[j]};
        out = add(out, hash_of(pair, 2, skip_pairs), i);
      }
    }
  }
  return out;
}

}  // namespace unspin
