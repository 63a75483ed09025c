// Why a verdict says what it says, in words: the figures that moved the model most.
#pragma once

#include <string>
#include <vector>

#include "engine/align/swaps.hpp"
#include "scorers/verdict/weighing.hpp"

namespace unspin {

/// Two to four sentences, the most telling first: the figures that pull most. Each gives a figure
/// of the pair and what honest rewrites have. For a spun copy the constant mappings stand among
/// them.
std::vector<std::string> reasons_for(const Weighing& weighing, const VerdictSection& section,
                                     const VerdictFeatures& features, const SwapTable& swaps);

}  // namespace unspin
