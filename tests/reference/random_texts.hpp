// Pairs of short ASCII texts in which words repeat and match often, for comparing fast code with
// oracles.
//
// A text has up to 12 tokens over a vocabulary of 2 to 9 words, with capitals, numbers, attached
// and detached punctuation, hyphens, an entity, double blanks, tabs and line ends. The second text
// is often an edit of the first; now and then a text is empty or blank.
//
// No full stop, comma, colon, semicolon, apostrophe or underscore stands between two letters or
// digits, so reference::words() finds the words that Unicode's segmentation (UAX #29) finds.
#pragma once

#include <cstdint>
#include <string>

namespace unspin::reference {

struct TextPair {
  std::string source;
  std::string rewrite;
};

// The same seed gives the same pair on every platform, so a failing seed is all one needs to
// repeat.
TextPair random_text_pair(std::uint64_t seed);

}  // namespace unspin::reference
