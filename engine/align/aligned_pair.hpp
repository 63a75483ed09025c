// Everything that is known of two aligned texts before their swaps are looked at.
#pragma once

#include "engine/align/alignment.hpp"
#include "engine/align/synonyms.hpp"
#include "engine/align/word_facts.hpp"
#include "engine/text/tokens.hpp"

namespace unspin {

/// Views: what they refer to must outlive whoever keeps them.
struct AlignedPair {
  const Words& source;
  const Words& rewrite;
  const Vocabulary& vocabulary;  ///< of both texts
  const WordFacts& facts;
  const Alignment& alignment;
  PairSynonyms& synonyms;
  const Lexicon* lexicon;  ///< null: there is none
};

}  // namespace unspin
