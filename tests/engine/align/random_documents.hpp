// Documents made of the sentences of corpora/, and rewrites in which sentences were dropped,
// doubled, moved, split or merged and words were swapped.
#pragma once

#include <cstdint>

#include "tests/reference/random_texts.hpp"

namespace unspin::testing {

/// The same seed gives the same pair everywhere. Up to 24 sentences; now and then a text is empty.
reference::TextPair random_document_pair(std::uint64_t seed);

}  // namespace unspin::testing
