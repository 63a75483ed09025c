#include "engine/lexicon/entry_normaliser.hpp"

namespace unspin {

std::string_view EntryNormaliser::entry(std::string_view phrase) {
  entry_.clear();
  int words = 0;
  segmenter_.for_each_word(phrase, [&](WordSegmenter::Segment, std::string_view folded) {
    if (words++ > 0) {
      entry_ += ' ';
    }
    entry_ += folded;
  });
  return words <= most_words ? std::string_view(entry_) : std::string_view();
}

std::string_view EntryNormaliser::word(std::string_view text) {
  entry_.clear();
  segmenter_.for_each_word(text, [&](WordSegmenter::Segment segment, std::string_view folded) {
    if (segment.begin == 0 && segment.end == text.size()) {
      entry_ = folded;
    }
  });
  return entry_;
}

}  // namespace unspin
