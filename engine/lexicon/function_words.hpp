// The closed-class words of English: articles, pronouns, prepositions, conjunctions, auxiliaries
// and the like. They carry a sentence's skeleton, not its content.
#pragma once

#include <string_view>

namespace unspin {

/// Whether a folded word token (lower case, ' as apostrophe) is a function word. Constant time.
/// Contractions count ("don't", "it's"), possessives of nouns do not.
bool is_function_word(std::string_view folded);

}  // namespace unspin
