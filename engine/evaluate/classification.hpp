// How good a judge is, counted on pairs whose truth is known. Four questions: which labels it takes
// for which, how often it accuses an honest rewrite, whether its probabilities mean what they say,
// and what recall costs in false accusations. Every share comes with the counts behind it, since
// "no false flag" says little of ten pairs.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/score/evidence.hpp"
#include "engine/score/scorer.hpp"

namespace unspin {

/// One judged pair of a labelled set.
struct JudgedPair {
  Label truth = Label::unrelated;   ///< never too_short
  Label answer = Label::too_short;  ///< may be too_short, which is never right
  /// Of each label but too_short, by Label; finite, 0–1, adding up to 1. None: the judge gave no
  /// opinion.
  std::optional<std::array<double, probable_labels>> probabilities = {};
  std::string kind = {};  ///< of origin, "independent_translation"
};

/// Both ends within 0–1, or no_value.
struct Interval {
  double low = no_value, high = no_value;
};

/// The 95% score interval of a share seen in a sample (Wilson 1927; z = 1.959963984540054): with
/// p = successes / n,
///   (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
/// Unlike p ± z·error it holds for small samples and for shares near 0 and 1, which false flags
/// are. No value if n is 0. `successes` is at most `n`.
Interval wilson(std::uint64_t successes, std::uint64_t n);

/// How many of how many.
struct Share {
  std::uint64_t count = 0, of = 0;

  double value() const {  ///< 0–1; no_value of nothing
    return of > 0 ? static_cast<double>(count) / static_cast<double>(of) : no_value;
  }
  Interval interval() const { return wilson(count, of); }
};

/// How one label fares against all others.
struct LabelQuality {
  Share precision = {};  ///< of the pairs answered so, those that are
  Share recall = {};     ///< of the pairs that are, those answered so; `recall.of` is the support
  double f1 = no_value;  ///< harmonic mean of the two, 0–1; no value without support
};

/// What becomes of the pairs of one origin.
struct KindQuality {
  std::string kind = {};
  Share false_flags = {};  ///< of its honest pairs, those answered spun
  Share found = {};        ///< of its spun pairs, those answered spun
};

/// Pairs that the judge was about equally sure of.
struct ReliabilityBin {
  double least = no_value, most = no_value;  ///< confidences in it
  double said = no_value;                    ///< mean confidence
  Share right = {};                          ///< pairs whose most probable label is the true one
};

/// Whether probabilities mean what they say, over the pairs that have some. Confidence is the
/// probability of the most probable label (the first of equals), which need not be the answer.
struct Calibration {
  /// Ascending. Ten of as equal mass as can be (Nixon et al. 2019), fewer if there are fewer pairs
  /// or confidences: a bin ends only where the confidence changes, so that the order of the pairs
  /// does not matter.
  std::vector<ReliabilityBin> bins = {};
  /// Expected calibration error (Naeini, Cooper, Hauskrecht 2015), 0–1:
  /// Σ over bins of (pairs in bin / pairs) · |share right − mean confidence|.
  double ece = no_value;
  /// Brier 1950, over all labels: mean of Σ (probability − (label is the truth ? 1 : 0))², 0–2.
  double brier = no_value;
  /// Mean of −ln(probability of the truth), in nats. A probability counts as at least 1e−15, so
  /// that one certain error costs 34.5 and not everything.
  double log_loss = no_value;
};

/// The shares of honest pairs, flagged wrongly, that a user may be ready to put up with.
constexpr std::array<double, 7> tolerated_false_flags = {.001, .002, .005, .01, .02, .05, .1};

/// "Flagged if P(spun) ≥ threshold", over the pairs that have probabilities.
struct OperatingPoint {
  double tolerated = no_value;  ///< of tolerated_false_flags
  /// The lowest P(spun) of a pair at which no larger share of the honest pairs is flagged. No value
  /// if there is none, as when an honest pair has the highest of all: nothing may be flagged then.
  double threshold = no_value;
  Share false_flags = {};  ///< of the honest pairs, those flagged
  Share found = {};  ///< of the spun pairs, those flagged; of nothing if there is no honest pair
};

/// Pairs by truth and answer.
using Confusion = std::array<std::array<std::uint64_t, label_names.size()>, probable_labels>;

/// "Honest" is every pair whose truth is not spun. What there are no pairs for has no value.
struct Validation {
  std::uint64_t pairs = 0;
  std::uint64_t pairs_with_probabilities = 0;
  Confusion confusion{};                               ///< [truth][answer]
  Share accuracy = {};                                 ///< pairs answered right
  std::array<LabelQuality, probable_labels> labels{};  ///< by Label
  double macro_f1 = no_value;           ///< mean F1 of the labels that have support, 0–1
  Share false_flags = {};               ///< of the honest pairs, those answered spun
  std::vector<KindQuality> kinds = {};  ///< ascending by the bytes of their names
  /// Probability that a spun pair has a higher P(spun) than an honest one, ties counting half: area
  /// under the ROC curve, by mid-ranks (Hanley & McNeil 1982). 0–1; no value unless there are both.
  double spun_auc = no_value;
  Calibration calibration = {};
  std::array<OperatingPoint, tolerated_false_flags.size()> trade_off{};
};

/// All of it. Depends on the order of the pairs in nothing but the last bits of Brier score and log
/// loss, which are summed in that order. Linearithmic.
Validation validate(std::span<const JudgedPair> pairs);

}  // namespace unspin
