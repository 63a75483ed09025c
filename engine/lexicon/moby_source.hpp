// Moby Thesaurus (Grady Ward, public domain): a line is a root and its synonyms, with commas.
#pragma once

#include <string>

#include "engine/lexicon/lexicon_draft.hpp"

namespace unspin {

/// Root and listed word are synonyms, in no particular sense. Throws Error(unreadable_input) with
/// the file and the line.
void read_moby(const std::string& path, LexiconDraft& draft);

}  // namespace unspin
