// The first judge: a few documented scores against thresholds, in order.
#pragma once

#include "engine/score/judge.hpp"

namespace unspin {

/// What the verdict rests on: values of metrics in the catalogue. A judge that replaces the
/// thresholds by a fitted model keeps this list and adds to it.
struct VerdictFeatures {
  std::size_t source_words = 0, rewrite_words = 0;
  bool same_words = false;     ///< the two texts have the same words in the same order
  double kept = 0;             ///< share of the shorter text's words that are kept in place, 0–1
  double word_lcs = 0;         ///< word_lcs
  double containment = 0;      ///< containment (n = 3)
  double jaccard = 0;          ///< jaccard
  double content_density = 0;  ///< substitution_density:content
  double consistency = 0;      ///< substitution_consistency
  double synonym_share = 0;    ///< synonym_share; 0 without a lexicon
};

VerdictFeatures verdict_features(PreparedPair& pair);

/// The label that the thresholds give, without reasons.
Label label_of(const VerdictFeatures& features);

/// States no confidence: thresholds do not know how sure they are.
class RuleJudge : public Judge {
 public:
  Judgement judge(PreparedPair& pair) const override;
  std::string_view name() const override { return "rules-2"; }
};

}  // namespace unspin
