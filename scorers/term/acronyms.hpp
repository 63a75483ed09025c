// Acronyms that a source explains: "search engine optimization (SEO)", "SEO (search engine
// optimization)".
#pragma once

#include "scorers/term/term_words.hpp"

namespace unspin {

/// Each acronym and each expansion as a term of its own, wherever it stands in the source, and each
/// the other's allowed variant. An expansion has a word for each letter of the acronym, in its
/// order, and may have function words between ("Bank of America (BA)"); it begins with a content
/// word. Acronyms are two to eight ASCII capitals and are recognised by them: "IT" is no "it".
/// In the order in which they are explained. Linear in the words.
std::vector<SourceTerm> explained_acronyms(const TermWords& words);

}  // namespace unspin
