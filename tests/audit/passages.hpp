// Passages of English prose, cut out of the documents of free packages: what the audit's test set
// is made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unspin::audit_set {

/// In words.
struct PassageSize {
  std::size_t least = 100, most = 400;
};

/// What `unspin extract` makes of a row with this text: paragraphs on a line each, with a blank
/// line between, and one blank for each run of white space.
std::string as_extracted(std::string_view text);

/// The paragraphs of a text as extraction gives it; they lie in it.
std::vector<std::string_view> paragraphs_of(std::string_view text);

/// Whether a paragraph is a sentence or more of English: eight words at least, five of six
/// characters letters or blanks, a quarter of the words function words, and a mark that ends a
/// sentence. Tables, code, headings, lists of names and other languages are not.
bool is_prose(std::string_view paragraph);

/// The prose of a document as `unspin extract` gives it, cut where paragraphs end; what is no prose
/// is left out, and so is what remains at the end with too few words, or what has too little prose
/// a paragraph (15 words) or a sentence (6 to 60). `seed` draws how long each passage is to become;
/// only a paragraph longer than `size.most` is left out for its length. Linear.
std::vector<std::string> cut_passages(std::string_view text, PassageSize size, std::uint64_t seed);

}  // namespace unspin::audit_set
