// Words that are content but no part of terms, which a term therefore does not begin or end with.
// C-value needs such a list (Frantzi et al. 2000 had one of 229 words); this one is for English.
#pragma once

#include <string_view>

namespace unspin {

/// Whether no term begins with this folded word: a form of a verb of every day ("making"), an
/// adverb ("usually"), a number word, an adjective that says nothing of the kind of a thing
/// ("different"). Constant time.
bool begins_no_term(std::string_view folded);

/// Whether no term ends with it: these, adjectives that only describe ("great", "new"), and verbs
/// in the past ("decided"). Constant time.
bool ends_no_term(std::string_view folded);

}  // namespace unspin
