#include "tests/places.hpp"

namespace unspin::places {

const char* const source_folder = UNSPIN_SOURCE_DIR;
const char* const corpora_folder = UNSPIN_SOURCE_DIR "/corpora";
const char* const unspin_command = UNSPIN_BINARY;
const char* const default_lexicon_file = UNSPIN_DEFAULT_LEXICON;

}  // namespace unspin::places
