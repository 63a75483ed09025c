// The multi-word terms of a source and what a rewrite made of them.
#pragma once

#include <vector>

#include "engine/score/evidence.hpp"
#include "engine/score/prepared_pair.hpp"

namespace unspin {

/// Terms: runs of two to four content words that stand together in the source at least twice, in
/// whatever inflection, without punctuation between them. A run that only ever occurs inside a
/// longer term is not one of its own (the idea of C-value, Frantzi et al. 2000).
///
/// Each occurrence is looked up through the word alignment: kept, inflected, replaced by what
/// stands in its place, or lost. An occurrence that the alignment lost counts as kept if the
/// rewrite has the term once more elsewhere. Most frequent first. Linear in the words of the source
/// but for sorting.
std::vector<TermRecord> find_terms(PreparedPair& pair);

}  // namespace unspin
