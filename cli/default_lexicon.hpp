// Which lexicon to use when nobody named one.
#pragma once

#include <memory>
#include <string>

#include "engine/lexicon/lexicon.hpp"

namespace unspin {

/// What the environment variable UNSPIN_LEXICON says; without it the first that exists of
/// en.lexicon beside the executable, where a build leaves it, and ../share/unspin/en.lexicon, where
/// an installation does. Empty if there is none, or if the variable says none or nothing.
std::string default_lexicon_path();

/// The lexicon that --lexicon asks for: a file, "none", or when nothing was asked for the default
/// one, if there is any. Null for none. Throws as Lexicon::open does, and says if the environment
/// variable named the file.
std::shared_ptr<const Lexicon> open_lexicon(const std::string& asked);

}  // namespace unspin
