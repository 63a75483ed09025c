// Words that are content but no part of terms, which a term therefore does not begin or end with.
// C-value needs such a list (Frantzi et al. 2000 had one of 229 words); this one is for English.
#pragma once

#include <string_view>

namespace unspin {

/// Whether no term begins with this folded word: a form of a verb of every day ("making"), an
/// adverb ("usually"), an adjective that says nothing of the kind of a thing ("different").
bool begins_no_term(std::string_view folded);

/// Whether no term ends with it: these, and adjectives that only describe ("great", "new").
bool ends_no_term(std::string_view folded);

}  // namespace unspin
