// Phrases and function words that rewriters, machines and people alike, put for one another: what
// no thesaurus lists.
#pragma once

#include "bench/training/observed_swaps.hpp"

namespace unspin::training {

/// "such as" → "like", "about" → "approximately"; several replacements for some.
const SwapList& phrase_swaps();

}  // namespace unspin::training
