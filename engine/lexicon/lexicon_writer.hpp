// A finished draft as the bytes of a lexicon file.
#pragma once

#include <string>

#include "engine/lexicon/lexicon_draft.hpp"

namespace unspin {

/// The whole file (lexicon_format.hpp). The same draft gives the same bytes.
std::string lexicon_bytes(const LexiconDraft& draft, const std::string& language);

}  // namespace unspin
