// Makes of a text what a synonym spinner makes of it: words and phrases swapped in place, order and
// skeleton kept.
//
// Every place of the text that the style allows to be swapped is listed with its replacement; then
// places are taken, word by word in an order that the seed gives, those of the family's own
// vocabulary mostly before those of the thesaurus, until the text has as many short replacements as
// the style asks for. Last, the text is worn (wear.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/training/observed_swaps.hpp"
#include "bench/training/style.hpp"
#include "bench/training/thesaurus.hpp"

namespace unspin::training {

struct Spin {
  std::string text;
  double density = 0;  ///< replacements of 1–3 words by 1–3 words for each 100 words that stayed
};

/// Serves any number of texts; for one thread.
class Spinner {
 public:
  /// What the pointers and the reference lead to must outlive the spinner. `observed`: the
  /// vocabularies, the family's own first; may be empty.
  Spinner(const Thesaurus& thesaurus, std::vector<const SwapList*> observed, Style style)
      : thesaurus_(thesaurus), observed_(std::move(observed)), style_(std::move(style)) {}

  /// The spun text of well-formed UTF-8: depends on the text, the style and the seed alone. Linear
  /// in the text, but for the number of its swaps times its words.
  Spin spin(std::string_view text, std::uint64_t seed) const;

 private:
  const Thesaurus& thesaurus_;
  std::vector<const SwapList*> observed_;
  Style style_;
};

}  // namespace unspin::training
