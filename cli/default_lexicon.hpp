// Which lexicon to use when nobody named one.
#pragma once

#include <string>

namespace unspin {

/// What the environment variable UNSPIN_LEXICON says; without it the first that exists of
/// en.lexicon beside the executable, where a build leaves it, and ../share/unspin/en.lexicon, where
/// an installation does. Empty if there is none, or if the variable says none or nothing.
std::string default_lexicon_path();

}  // namespace unspin
