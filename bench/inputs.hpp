// What the benchmarks read: the articles of corpora/, whole and cut into sentence pairs.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/lexicon/lexicon.hpp"

namespace unspin::bench {

struct TextPair {
  std::string source, rewrite;
  std::string version = {};  ///< of an article's pair: "spun", "reworded", …
  std::size_t bytes() const { return source.size() + rewrite.size(); }
};

/// Pairs under the name that they have in the names of benchmarks.
struct PairSet {
  std::string name;
  std::vector<TextPair> pairs;
  std::size_t bytes() const;
};

/// A benchmark measures whole passes over a set, so that every figure is a mean over the same
/// pairs. Benchmarks keep references to the inputs: they live as long as the program.
struct Inputs {
  /// The sentence_pairs() of the articles, or the pairs of the user's own file.
  PairSet short_pairs{"short", {}};
  /// Each article with each of its four versions.
  PairSet article_pairs{"article", {}};
  /// Each article with its spun version, about 830 words a side.
  PairSet spun_pairs{"spun", {}};
  /// One pair of 20,000 words a side: the articles and their spun versions, again and again
  /// with other words.
  PairSet long_pairs{"20000_words", {}};
  /// The beginning of the long pair, each four times as long as the one before: one pair each.
  std::array<PairSet, 3> growing_pairs{
      {{"1250_words", {}}, {"5000_words", {}}, {"20000_words", {}}}};
  std::string ascii_text;        ///< the articles that are ASCII only
  std::string typographic_text;  ///< the articles with curly quotes and dashes

  std::array<const PairSet*, 2> pair_sets() const { return {&short_pairs, &article_pairs}; }
};

/// Reads corpora/; `pairs_file`, unless empty, replaces the short pairs: a stream as `unspin score
/// --pairs` reads it, without broken rows. Throws Error(unreadable_input).
Inputs read_inputs(const std::string& pairs_file);

/// The lexicon that was built with the command, as a user has it; null if there is none.
const Lexicon* default_lexicon();

}  // namespace unspin::bench
