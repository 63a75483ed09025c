// The terms of a source and what a rewrite made of them.
#pragma once

#include <vector>

#include "engine/score/evidence.hpp"
#include "engine/score/prepared_pair.hpp"
#include "scorers/term/term_fates.hpp"

namespace unspin {

/// Terms are those of the glossary (glossary_terms.hpp), acronyms and what they stand for
/// (acronyms.hpp), and runs of words that the source repeats (repeated_terms.hpp). What is found
/// more than once is one term. What becomes of them: term_fates.hpp.
///
/// The glossary's terms come first, then the most frequent, then in the order of the source. For
/// PreparedPair::shared; the alignment is most of the cost.
std::vector<TermFate> find_term_fates(PreparedPair& pair);

/// Their records alone.
std::vector<TermRecord> find_terms(PreparedPair& pair);

}  // namespace unspin
