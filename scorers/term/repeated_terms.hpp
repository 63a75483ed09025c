// The terms that a source has of its own: what its author says again and again in the same words.
//
// By C-value (Frantzi, Ananiadou, Mima 2000, "Automatic recognition of multi-word terms: the
// C-value/NC-value method"). For a run of words a that occurs f(a) times:
//
//   C(a) = log2 |a| · (f(a) − max f(b) over the longer terms b that contain a; 0 if there are none)
//
// What only ever occurs inside one longer term is no term of its own. The paper subtracts the mean
// of f(b); the maximum is stricter where terms are nested in a chain: of "South Yorkshire Police"
// and "former South Yorkshire Police" the mean would make "Yorkshire Police" a term.
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
