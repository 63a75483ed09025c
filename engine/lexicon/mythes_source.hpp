// MyThes thesauri (th_*.dat), as LibreOffice uses them.
//
//   UTF-8                                  the encoding
//   entry|2                                how many lines of senses follow
//   (noun)|member|member (generic term)|…
//   (verb)|…
#pragma once

#include <string>

#include "engine/lexicon/lexicon_draft.hpp"

namespace unspin {

/// A member is a synonym unless a remark in parentheses says that it is the more general term, a
/// related one or an antonym; other remarks say when to use it, or what may be left out. The sense
/// is the number of the line. Throws Error(unreadable_input) with the file and the line.
void read_mythes(const std::string& path, LexiconDraft& draft);

}  // namespace unspin
