// The sentences that show a reader at once what was done.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/align/alignment.hpp"
#include "engine/align/swaps.hpp"

namespace unspin {

/// Sentences of the source and what was made of them, in word numbers, ends exclusive.
struct Passage {
  std::uint32_t source_begin = 0, source_end = 0;
  std::uint32_t rewrite_begin = 0, rewrite_end = 0;
};

/// At most three, in the order of the source: those with the most swaps of content words for their
/// length, constant ones and synonyms counting more. None if no content word was swapped. Linear.
std::vector<Passage> telling_passages(const Alignment& alignment, const SwapTable& swaps);

}  // namespace unspin
