// What a verdict rests on: a short list of figures of a pair, most of them scores of the catalogue.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/score/prepared_pair.hpp"

namespace unspin {

/// The figures, in the order in which a model lists them. Where a feature counts words of the
/// source it counts those of sentences that have a counterpart, so that what was left out or added
/// around a copy does not dilute it.
enum class Feature : std::uint8_t {
  kept,                 ///< words kept in place, of the shorter text's
  kept_of_longer,       ///< the same, of the longer text's
  containment,          ///< containment (n = 3)
  jaccard,              ///< jaccard
  paired,               ///< words of the longer text in sentences that have a counterpart
  order_kept,           ///< order_kept
  swaps,                ///< short replacements for each 100 words
  content_swaps,        ///< swaps of content words for each 100 words
  synonym_swaps,        ///< those that a thesaurus lists, for each 100 words
  synonym_share,        ///< those that a thesaurus lists, of all swaps of content words
  consistency,          ///< substitution_consistency
  swaps_among_changes,  ///< swapped content words, of all content words that were not kept
  functions_kept,       ///< function words kept as they are, of all of the source's
  inflections,          ///< other forms of a word for each 100 words
  same_length,          ///< the shorter side of what has a counterpart to the longer, in words
  sentences_kept,       ///< sentences that have one sentence as counterpart, of all
};
constexpr std::size_t feature_count = 16;

struct FeatureInfo {
  std::string_view name;
  bool is_logarithmic = false;  ///< a model reads log(1 + value)
  bool needs_lexicon = false;   ///< without one it is 0 and no model reads it
  std::string_view meaning;     ///< as Factor::meaning; up to 39 columns, for a table
  /// What the value says of a pair, with {} where it stands: "{}% of the words stand in place".
  std::string_view sentence;
  double unit = 1;  ///< what the value is multiplied by to be said: 100 for a share in %
  int decimals = 0;
};

const FeatureInfo& info_of(Feature feature);

struct VerdictFeatures {
  std::size_t source_words = 0, rewrite_words = 0;
  bool same_words = false;  ///< the two texts have the same words in the same order
  std::array<double, feature_count> values{};

  double operator[](Feature feature) const { return values[static_cast<std::size_t>(feature)]; }
  double& operator[](Feature feature) { return values[static_cast<std::size_t>(feature)]; }
  /// As a model reads it.
  double scaled(Feature feature) const;
};

/// All values are finite; what is undefined for a pair is what an untouched copy has. Linear.
VerdictFeatures verdict_features(PreparedPair& pair);

}  // namespace unspin
