#include "engine/text/word_places.hpp"

namespace unspin {

void WordPlaceFinder::find(std::string_view text, Words& words) {
  words.clear();
  unfolder_.unfold(text, unfolded_);
  const std::string_view reading = unfolded_.is_changed ? std::string_view(unfolded_.text) : text;
  segmenter_.for_each_word(reading, [&](WordSegmenter::Segment at, std::string_view) {
    words.id.push_back(0);
    words.begin.push_back(unfolded_.is_changed ? unfolded_.raw_begin_of(at.begin) : at.begin);
    words.end.push_back(unfolded_.is_changed ? unfolded_.raw_end_of(at.end) : at.end);
  });
}

}  // namespace unspin
