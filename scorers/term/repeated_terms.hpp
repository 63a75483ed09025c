// The terms that a source has of its own: what its author says again and again in the same words.
//
// C-value (Frantzi, Ananiadou, Mima 2000, "Automatic recognition of multi-word terms: the
// C-value/NC-value method"). For a run of words a that occurs f(a) times:
//
//   C(a) = log2 |a| · (f(a) − t(a) / c(a))
//
// where t(a) is how often it occurs inside longer terms and c(a) how many these are (t/c is 0 if
// there are none): what only ever occurs inside a longer term is no term of its own, what occurs
// inside several is.
#pragma once

#include "scorers/term/term_words.hpp"

namespace unspin {

/// Runs of two to four words of the source, counted by their stems, with a C-value of at least 1,
/// that occur twice or more. There is no tagger; like a noun phrase is a run of content words
/// joined by blanks or hyphens, "of" between them ("community of practice"), that neither begins
/// nor ends with a word of the stop-list: verbs of every day, adverbs, adjectives that are part of
/// no term. A run that is capitalised wherever it stands may have such words ("Take That"). Numbers
/// and single letters end a run.
///
/// In the order of the source, the longer first. Linear in the words.
std::vector<SourceTerm> repeated_terms(const TermWords& words);

}  // namespace unspin
