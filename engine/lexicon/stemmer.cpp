#include "engine/lexicon/stemmer.hpp"

#include <libstemmer.h>
#include <stdexcept>
#include <string>

namespace unspin {
namespace {

constexpr std::size_t most_remembered = 1 << 16;  // words
constexpr std::size_t longest_remembered = 64;    // bytes; what is longer is no word

/// What follows the stem in the word, less the endings of inflection: "er" for managers, "" for
/// managed, running and communities.
std::string_view derivation(std::string_view word, std::string_view stem) {
  std::size_t common = 0;
  while (common < word.size() && common < stem.size() && word[common] == stem[common]) {
    ++common;
  }
  std::string_view rest = word.substr(common);
  if (!rest.empty() && common > 0 && rest[0] == word[common - 1]) {
    rest.remove_prefix(1);  // runn-ing
  }
  for (const std::string_view ending : {"ying", "ing", "ied", "ies", "ed", "es", "s", "e", "y"}) {
    if (!rest.ends_with(ending)) {
      continue;
    }
    rest.remove_suffix(ending.size());
    break;
  }
  return rest;
}

}  // namespace

struct Stemmer::Snowball {
  sb_stemmer* language = nullptr;  // none: a language that Snowball does not know
  bool is_english = false;

  explicit Snowball(const std::string& name)
      : language(sb_stemmer_new(name.c_str(), nullptr)),
        is_english(name == "english" || name == "en" || name == "eng") {
    if (language == nullptr && is_english) {
      throw std::runtime_error("libstemmer has no English stemmer");
    }
  }
  ~Snowball() { sb_stemmer_delete(language); }
  Snowball(const Snowball&) = delete;
  Snowball& operator=(const Snowball&) = delete;

  std::string stem(std::string_view folded) const {
    const std::string_view bare = without_possessive(folded);
    if (language == nullptr) {
      return std::string(bare);
    }
    const auto* stemmed = sb_stemmer_stem(language, reinterpret_cast<const sb_symbol*>(bare.data()),
                                          static_cast<int>(bare.size()));
    std::string found(reinterpret_cast<const char*>(stemmed),
                      static_cast<std::size_t>(sb_stemmer_length(language)));
    if (!is_english) {
      return found.empty() ? std::string(folded) : found;
    }
    if (const std::string_view rest = derivation(bare, found); !rest.empty()) {
      found += '+';
      found += rest;
    }
    return found.empty() ? std::string(folded) : found;
  }
};

Stemmer::Stemmer(std::string_view language)
    : snowball_(std::make_unique<Snowball>(std::string(language))) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::stem_afresh(std::string_view folded) const { return snowball_->stem(folded); }

std::string_view Stemmer::stem(std::string_view folded) {
  if (folded.size() > longest_remembered) {
    long_stem_ = snowball_->stem(folded);
    return long_stem_;
  }
  if (words_.size() >= most_remembered) {
    words_.clear();
    stem_of_.clear();
    stems_.clear();
  }
  const std::uint32_t word = words_.intern(folded);
  if (word == stem_of_.size()) {
    stem_of_.push_back(stems_.intern(snowball_->stem(folded)));
  }
  return stems_.text(stem_of_[word]);
}

std::string_view without_possessive(std::string_view folded) {
  if (folded.size() > 2 && folded.ends_with("'s")) {
    return folded.substr(0, folded.size() - 2);
  }
  if (folded.size() > 1 && folded.ends_with("'")) {
    return folded.substr(0, folded.size() - 1);
  }
  return folded;
}

}  // namespace unspin
