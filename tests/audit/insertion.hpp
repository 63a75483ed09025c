// Puts a piece of text into a page, between two of its paragraphs or of its sentences.
#pragma once

#include <string>
#include <string_view>

#include "bench/training/random.hpp"
#include "tests/audit/truth.hpp"

namespace unspin::audit_set {

/// A page and what was put into it, in the order in which it was put there.
struct Composition {
  std::string text = {};
  std::vector<Span> pieces = {};
};

/// Inserts at a place that `random` draws, never within an earlier piece; where there is none,
/// behind the text as a paragraph. A piece with more than one paragraph goes between paragraphs.
/// Both texts are as extraction gives them, and so is the result. Linear.
void insert(Composition& page, std::string_view piece, training::Random& random);

}  // namespace unspin::audit_set
