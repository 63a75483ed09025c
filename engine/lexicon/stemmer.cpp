#include "engine/lexicon/stemmer.hpp"

#include <libstemmer.h>

#include <stdexcept>

namespace unspin {
namespace {

constexpr std::size_t most_remembered = 1 << 16;

/// What follows the stem in the word, less the endings of inflection: "er" for managers, "" for
/// managed, running and communities.
std::string_view derivation(std::string_view word, std::string_view stem) {
  std::size_t common = 0;
  while (common < word.size() && common < stem.size() && word[common] == stem[common]) ++common;
  std::string_view rest = word.substr(common);
  if (!rest.empty() && common > 0 && rest[0] == word[common - 1]) rest.remove_prefix(1);  // runn-ing
  for (const std::string_view ending : {"ing", "ied", "ies", "ed", "es", "s", "e", "y"}) {
    if (!rest.ends_with(ending)) continue;
    rest.remove_suffix(ending.size());
    break;
  }
  return rest;
}

}  // namespace

struct Stemmer::Snowball {
  sb_stemmer* english = sb_stemmer_new("english", nullptr);
  Snowball() {
    if (english == nullptr) throw std::runtime_error("libstemmer has no English stemmer");
  }
  ~Snowball() { sb_stemmer_delete(english); }
  Snowball(const Snowball&) = delete;
  Snowball& operator=(const Snowball&) = delete;
};

Stemmer::Stemmer() : snowball_(std::make_unique<Snowball>()) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view folded) {
  std::string word(folded);
  if (const auto found = known_.find(word); found != known_.end()) return found->second;
  if (known_.size() >= most_remembered) known_.clear();
  const std::string_view bare = without_possessive(folded);
  const auto* stemmed =
      sb_stemmer_stem(snowball_->english, reinterpret_cast<const sb_symbol*>(bare.data()),
                      static_cast<int>(bare.size()));
  std::string stem(reinterpret_cast<const char*>(stemmed),
                   static_cast<std::size_t>(sb_stemmer_length(snowball_->english)));
  if (const std::string_view rest = derivation(bare, stem); !rest.empty()) {
    stem += '+';
    stem += rest;
  }
  if (stem.empty()) stem = word;
  return known_.emplace(std::move(word), std::move(stem)).first->second;
}

std::string_view without_possessive(std::string_view folded) {
  if (folded.size() > 2 && folded.ends_with("'s")) return folded.substr(0, folded.size() - 2);
  if (folded.size() > 1 && folded.ends_with("'")) return folded.substr(0, folded.size() - 1);
  return folded;
}

}  // namespace unspin
