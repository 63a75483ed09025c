// Fitting the verdict to labelled pairs, and saying how good it is on pairs that it did not see.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluate/classification.hpp"
#include "scorers/verdict/labelled_pairs.hpp"
#include "scorers/verdict/verdict_model.hpp"

namespace unspin {

struct TrainingOptions {
  std::size_t folds = 5;
  /// Candidates for the penalty on squared weights; the one with the least log loss on held-back
  /// folds is taken.
  std::vector<double> penalties = {0.1, 1, 10, 100};
  std::array<double, probable_labels> class_weights = {1, 1, 1, 1};
  int threads = 1;
};

/// Fits a section for each length of text with and without a lexicon, and measures it on held-back
/// folds and on families of spinners that were left out. The same pairs in the same order give the
/// same bytes, on any number of threads. `lexicon` is for the report. Throws
/// Error(unreadable_input) if there are too few pairs to fit any section.
VerdictModel train(const std::vector<LabelledPair>& pairs, std::string_view lexicon,
                   const TrainingOptions& options);

/// What a model says of a pair at an operating point. Too short and without probabilities if the
/// model has no section for it.
JudgedPair judged(const VerdictModel& model, const LabelledPair& pair, bool has_lexicon,
                  double max_false_flags);

}  // namespace unspin
