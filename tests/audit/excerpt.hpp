// Pieces of originals: where they begin and end.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "bench/training/random.hpp"
#include "tests/audit/truth.hpp"

namespace unspin::audit_set {

/// Whole sentences that follow one another, with `words` words or a tenth more or less: the first
/// from a random place on, round the end. Where no sentences have that, exactly `words` words from
/// the beginning of a sentence that has so many behind it; all of a text with fewer. The place is
/// without blanks at its ends. Linear in the text, times the sentences of an excerpt.
Span cut_excerpt(std::string_view text, std::size_t words, training::Random& random);

/// Whole sentences of one paragraph, of `least` to `most` words and without any of the characters
/// in `unwanted`; nothing if there are none. From a random place on, as above.
std::optional<Span> cut_quotation(std::string_view text, std::size_t least, std::size_t most,
                                  std::string_view unwanted, training::Random& random);

}  // namespace unspin::audit_set
