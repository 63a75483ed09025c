// What a rewrite made of the terms of its source.
#pragma once

#include <span>

#include "engine/score/evidence.hpp"
#include "scorers/term/term_words.hpp"

namespace unspin {

struct TermFate {
  TermRecord record;
  /// How many occurrences have the rendering that most have: the term itself, inflected or not, or
  /// one other text.
  std::uint32_t most_alike = 0;
};

/// One for each term, in their order. Each occurrence is looked up in its place first, through the
/// word alignment:
///
/// kept or inflected  each word stands there, nothing between
/// variant            one of the allowed renderings stands in its place
/// near miss          each word stands there, but one or more are a letter or two off
/// replaced           something else with a content word stands there; forbidden renderings first
/// lost               nothing does. But as often as the rewrite has the term or a variant once more
///                    elsewhere, a lost occurrence was moved, and is kept, inflected or a variant
///
/// Linear in the words of the rewrite and in the occurrences.
std::vector<TermFate> fates_of(std::span<const SourceTerm> terms, const TermWords& words);

}  // namespace unspin
