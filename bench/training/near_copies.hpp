// Copies of a text that no one reworded: what careless or cunning copying leaves.
#pragma once

#include <string>
#include <string_view>

#include "bench/training/random.hpp"

namespace unspin::training {

/// One word in a hundred or so misspelled.
std::string with_typos(std::string_view text, Random& random);

/// Other case, fewer commas, other quotation marks and dashes, lines joined: each by chance.
std::string with_other_typography(std::string_view text, Random& random);

/// Letters that only look like the original's, and characters that do not show.
std::string with_hidden_characters(std::string_view text, Random& random);

}  // namespace unspin::training
