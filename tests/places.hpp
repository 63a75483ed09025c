// Where things stand on the machine that runs the tests. Only places.cpp depends on the build
// folder, so a compiler cache serves every checkout.
#pragma once

namespace unspin::places {

extern const char* const source_folder;
extern const char* const corpora_folder;
extern const char* const unspin_command;
extern const char* const default_lexicon_file;  ///< empty: the build has none

}  // namespace unspin::places
