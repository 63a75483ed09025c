// Why a verdict says what it says, in words: the figures that moved the model most.
#pragma once

#include <string>
#include <vector>

#include "engine/align/swaps.hpp"
#include "scorers/verdict/verdict_model.hpp"

namespace unspin {

/// Two to four sentences, the most telling first. Each gives a figure of the pair and what honest
/// rewrites have. How much a figure moved the verdict is how much it added to the score of the
/// label over that of the most probable other one. For a spun copy the constant mappings stand
/// among them.
std::vector<std::string> reasons_for(Label label, const VerdictSection& section,
                                     const VerdictFeatures& features,
                                     const std::array<double, probable_labels>& probabilities,
                                     const SwapTable& swaps);

}  // namespace unspin
