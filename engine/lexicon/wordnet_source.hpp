// WordNet 3.x as its "dict" files have it: data.POS, index.POS and POS.exc.
#pragma once

#include <string>

#include "engine/lexicon/lexicon_draft.hpp"

namespace unspin {

/// Lemmas of one synset are synonyms; of a synset and its direct hypernyms, generic; of other
/// directly related ones (similar to, see also, derived from, attribute, verb group), similar.
/// Antonyms are kept apart. The sense is the place of the synset in the head lemma's index.
/// Throws Error(unreadable_input) with the file and the line.
void read_wordnet(const std::string& folder, LexiconDraft& draft);

}  // namespace unspin
