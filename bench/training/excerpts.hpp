// Parts of texts and of pairs, cut at sentences.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bench/training/random.hpp"
#include "engine/score/prepared_pair.hpp"

namespace unspin::training {

/// In words.
struct Size {
  std::size_t least, most;
};

std::size_t count_words(std::string_view text);

/// Neighbouring sentences with about a number of words drawn from `size`; all of the text if it is
/// shorter than that; the first `size.most` words where a sentence is longer.
std::string cut_sentences(std::string_view text, Size size, Random& random);

struct Excerpt {
  std::string source, rewrite;
};

/// Neighbouring sentences of the source with what the alignment says was made of them, of `size`
/// on either side. Nothing if a few random places do not have that.
std::optional<Excerpt> cut_pair(PreparedPair& pair, Size size, Random& random);

}  // namespace unspin::training
