// Inflected forms of English words: enough of the grammar to put "administrations" for
// "managements" and "carried out" for "performed". A spinner's grammar is no better.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/lexicon/lexicon.hpp"

namespace unspin::training {

enum class WordForm : std::uint8_t {
  base,
  s,  ///< plural or third person
  past,
  participle,  ///< past participle where the context asks for it
  ing,
  comparative,
  superlative,
};

/// Which form of `base` the folded word `surface` is; nothing if it is none of them.
std::optional<WordForm> form_of(std::string_view surface, std::string_view base);

/// The form of a word, or of a phrase: of its first word if it is a verb's ("carry out"), else of
/// its last.
std::string inflected(std::string_view base, WordForm form, PartOfSpeech part);

}  // namespace unspin::training
