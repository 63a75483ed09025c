// How the words of a text look: which have a capital, and which of those capitals say nothing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/align/word_facts.hpp"
#include "scorers/term/mentions.hpp"

namespace unspin {

/// Of one word where it stands.
struct WordLook {
  bool has_capital = false;  ///< its first letter, or one further on: iPhone
  bool is_shouted = false;   ///< two letters or more, all capitals
  bool is_opening = false;   ///< first of a sentence, direct speech or list item, or in a heading
  bool is_heading = false;
};

/// The looks of all words. Linear.
std::vector<WordLook> looks_of(const Reading& reading, const WordFacts& facts);

/// Whether a word, as it is written, is one initial or several: J, J.K; but not U.S and the like.
bool is_initial(std::string_view written);

/// "Mr", "Dr" and the like, folded.
bool is_honorific(std::string_view folded);

}  // namespace unspin
