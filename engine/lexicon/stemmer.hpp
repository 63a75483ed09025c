// Word stems: Snowball's stemmers (English: Porter 2) through libstemmer.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/vocabulary.hpp"

namespace unspin {

/// Stems of folded words, such that only inflections of one word share a stem. Snowball alone also
/// joins what is derived (manager and management are both "manag"); what is left of such an ending
/// therefore stays behind the stem: manage, managed → "manag"; managers → "manag+er".
/// That is for English; the other languages' stems are Snowball's.
///
/// Remembers what it has stemmed, up to a fixed number of words, so that a stream of pairs costs a
/// hash look-up a word. One per thread.
class Stemmer {
 public:
  /// `language`: ISO 639-1 or Snowball's name, "en" or "english". Words of a language that Snowball
  /// does not know are their own stems.
  explicit Stemmer(std::string_view language = "english");
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// The stem of a folded word, without a possessive ending; never empty for a word that is not.
  /// Words of other scripts come back as they are. Valid until the next call.
  std::string_view stem(std::string_view folded);

  /// The same, neither looked up among what is remembered nor remembered: for callers who remember
  /// what they make of stems.
  std::string stem_afresh(std::string_view folded) const;

 private:
  struct Snowball;
  std::unique_ptr<Snowball> snowball_;
  Vocabulary words_;                    // those stemmed so far
  std::vector<std::uint32_t> stem_of_;  // by word: its number in stems_
  Vocabulary stems_;
  std::string long_stem_;
};

/// `folded` without a possessive ending ("brand's", "brands'").
std::string_view without_possessive(std::string_view folded);

}  // namespace unspin
