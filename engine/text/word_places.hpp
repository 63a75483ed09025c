// Where the words of a text stand, for whoever does not ask which words they are.
#pragma once

#include <string_view>

#include "engine/text/tokens.hpp"
#include "engine/text/unfold.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin {

/// Finds the places of one text's words after the other's; keeps its memory. One per thread.
class WordPlaceFinder {
 public:
  /// Overwrites `words` with the places that PreparedPair::words() gives for well-formed UTF-8 of
  /// up to 2³¹ bytes; all ids are 0, and there are no sentences. Linear; some 400 MB/s.
  void find(std::string_view text, Words& words);

 private:
  Unfolder unfolder_;
  Unfolded unfolded_;
  WordSegmenter segmenter_;
};

}  // namespace unspin
