// How one spinner works: the habits that families of real spinners differ in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bench/training/random.hpp"
#include "bench/training/thesaurus.hpp"
#include "bench/training/wear.hpp"

namespace unspin::training {

/// Shares are 0–1, of the places where the habit could show.
struct Style {
  std::string family = {};             ///< "F1", …; "light", "thesaurus", "tools"
  std::string vocabulary = {};         ///< the family whose observed swaps are used; empty: none
  std::string second_vocabulary = {};  ///< of another family, which has fewer words to go by
  Manner manner = {};                  ///< of the thesaurus that goes on where the vocabularies end

  double density = 15;   ///< swaps of 1–3 words by 1–3 words to reach for each 100 source words
  double constancy = 1;  ///< one replacement for a word throughout; else drawn anew each time
  double coverage = 1;   ///< of the occurrences of a word that is swapped
  double phrases = 0;    ///< of the distinct entries of the list of phrases (phrase_swaps.hpp)
  double moby_words = 0;       ///< of the distinct words: what only Moby lists
  double second_steps = 0;     ///< of the distinct words: a synonym of a synonym, itself not listed
  double function_words = 0;   ///< of the distinct function words and phrases
  double spoilt_forms = 0;     ///< replacements left in dictionary form
  double bare_forms = 0;       ///< of the distinct inflected words: the ending is dropped, no more
  double mended_articles = 1;  ///< "an" put for "a" where the swap asks for it
  double padding = 0;          ///< "the" before swapped plurals
  double damaged_names = 0;    ///< of the distinct names
  double dropped_sentences = 0;
  double moved_sentences = 0;
  Wear wear = {};                               ///< beside the swaps
  bool contracts = false, expands = false;      ///< "it is", "it's"
  bool writes_figures = false, spells = false;  ///< "two", "2"
  bool swaps_names = false, swaps_quotations = true;

  /// For people: "density 17.2, constancy 0.9, …".
  std::string described() const;
};

/// The families of spinners that were observed in the wild, then those that were not.
const std::vector<std::string>& wild_families();
const std::vector<std::string>& all_families();

/// One spinner of a family, with habits drawn from the range that the family was seen in.
Style drawn_style(std::string_view family, Random& random);

}  // namespace unspin::training
