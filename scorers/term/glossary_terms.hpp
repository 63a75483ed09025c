// The glossary's terms in a source.
#pragma once

#include "scorers/term/term_words.hpp"

namespace unspin {

/// Those that occur, in whatever inflection, by their first occurrence. Where several terms begin,
/// the longest is meant. Empty without a glossary. A constant-time look-up a word of the source,
/// however many terms there are.
std::vector<SourceTerm> glossary_terms(const TermWords& words);

}  // namespace unspin
