// What two texts share at both ends costs no edits, whatever edits there are: cut it off first.
#pragma once

#include "engine/kernel/ngram_counter.hpp"

namespace unspin {

/// Takes the longest common prefix off both, then the longest common suffix of what is left.
/// Linear.
void strip_common_ends(TokenSpan& a, TokenSpan& b);

}  // namespace unspin
