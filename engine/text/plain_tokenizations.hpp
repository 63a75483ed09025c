// Tokenizations that metrics of several families share, so that a text is cut once for all of them.
#pragma once

#include "engine/text/tokens.hpp"

namespace unspin {

/// What stands between white space, as written and in lower case.
extern const Tokenization pieces, lower_pieces;

/// Code points other than white space, as written and in lower case.
extern const Tokenization characters, lower_characters;

}  // namespace unspin
