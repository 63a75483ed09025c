// The names of a source (people, places, firms, works, acronyms) and what a rewrite made of them.
#pragma once

#include <vector>

#include "engine/score/evidence.hpp"
#include "engine/score/prepared_pair.hpp"

namespace unspin {

/// Names: words with a capital, and runs of them, in English prose. A run may have blanks, hyphens
/// and "&" between its words, "of", "the", "de", "van", "von", "bin" and the like inside, initials
/// ("J. K. Rowling") and a number behind a hyphen (COVID-19); a possessive ending ends it. A word
/// with a capital further on is one (iPhone), and so is one in capitals (SEO), unless it is a word
/// of the lexicon that either text also has in small letters: then somebody shouts.
///
/// A capital that opens a sentence, direct speech or a list item, or stands in a heading (a line
/// without a full stop beside other lines, all of whose content words have one; a line in
/// capitals), says nothing by itself. Such a word is a name, or part of one, if one of the texts
/// has it with a capital inside a sentence, and more often so than in small letters; or if it is no
/// word of the lexicon and nowhere in small letters. Before a capital inside a sentence ("John
/// Smith said") it may also be a noun of the lexicon.
///
/// No names are: function words, "I", days and months, honorifics ("Mr"), what is part of an
/// address. A text in a script without case has none.
///
/// One record a run of words; "Finley" and "Erica Finley" are two. A mention is looked for in
/// place, then anywhere: kept; inflected: Finley's, the Smiths; a variant: U.S., US; a near miss:
/// each word the same or is_near_miss (Erica → Erika), anywhere else only with the same first
/// letter; replaced by what stands in its place; lost. A name inside a longer one of the rewrite,
/// or without its capital in place, is kept. In order of first mention. Linear but for sorting.
std::vector<TermRecord> find_names(PreparedPair& pair);

}  // namespace unspin
