// How a phrase of a resource becomes an entry: as a text would be cut into words.
#pragma once

#include <string>
#include <string_view>

#include "engine/text/word_segmenter.hpp"

namespace unspin {

/// For one thread. Phrases are well-formed UTF-8; what is returned is valid until the next call.
class EntryNormaliser {
 public:
  static constexpr int most_words = 5;

  /// The folded word tokens of the phrase joined by single blanks ("Full-Time" → "full time");
  /// empty for a phrase without words or with more than `most_words`.
  std::string_view entry(std::string_view phrase);

  /// The folded word if all of `text` is one word token; else empty.
  std::string_view word(std::string_view text);

 private:
  WordSegmenter segmenter_;
  std::string entry_;
};

}  // namespace unspin
