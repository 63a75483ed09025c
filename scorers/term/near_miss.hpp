// Words that are nearly another word: what is left of a name or a term after a slip or a
// translation there and back. Erica, Erika; Finley, Finlay.
#pragma once

#include <string_view>

namespace unspin {

/// Whether two different folded words are one or two edits apart: code points inserted, deleted or
/// replaced, or two neighbours exchanged, none of them edited twice ("optimal string alignment",
/// Boytsov 2011). One edit if the shorter word has four code points; false if it has fewer, or if
/// either has more than 64, which is no word. Symmetric. Linear: at most five cells of the table a
/// code point.
bool is_near_miss(std::string_view a, std::string_view b);

}  // namespace unspin
