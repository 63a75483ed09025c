// A text with the places of its words, for tests of what is shown of it.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "engine/text/tokens.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin {

/// A sentence ends behind a word with a full stop behind it.
struct PlacedWords {
  explicit PlacedWords(std::string written) : text(std::move(written)) {
    bool begins_sentence = true;
    WordSegmenter().for_each_word(text, [&](const auto& segment, std::string_view) {
      const auto number = static_cast<std::uint32_t>(words.size());
      if (begins_sentence) {
        words.sentence_begin.push_back(number);
      }
      begins_sentence = segment.end < text.size() && text[segment.end] == '.';
      words.id.push_back(number);
      words.begin.push_back(segment.begin);
      words.end.push_back(segment.end);
    });
  }

  std::string text;
  Words words;
};

}  // namespace unspin
