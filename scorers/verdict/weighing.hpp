// How the figures of a pair weighed in: the verdict's label against the most probable other one.
#pragma once

#include <vector>

#include "scorers/verdict/verdict_model.hpp"

namespace unspin {

/// The log odds of a label against another one, taken apart: `head_start` plus all pulls.
struct Weighing {
  Label label = Label::paraphrase, against = Label::spun;
  double head_start = 0;
  std::vector<double> pulls;  ///< by column of the section
};

/// Of `label` against the most probable other one.
Weighing weigh(Label label, const VerdictSection& section, const VerdictFeatures& features,
               const std::array<double, probable_labels>& probabilities);

/// The figures with their pulls as a report shows them, the strongest first.
std::vector<Factor> factors_of(const Weighing& weighing, const VerdictSection& section,
                               const VerdictFeatures& features);

}  // namespace unspin
