// How good a judge is, for people and for scripts.
#pragma once

#include <string>

#include "engine/evaluate/classification.hpp"

namespace unspin {

/// Tables of at most 100 columns, plain text: what was answered, quality by label, flags by kind of
/// origin, calibration and the trade-off. Shares are per cent with their 95% intervals; – stands
/// for what has no value. Without probabilities the last two sections are one line that says so.
void append_validation_text(const Validation& validation, std::string& out);

/// An object, without a line end, so that it can be a member of another. Keys: pairs,
/// pairs_with_probabilities, accuracy, macro_f1, false_flags, labels, confusion (by truth, then by
/// answer), kinds, spun_auc, calibration, trade_off. A share is {"value", "count", "of",
/// "interval"}; null stands for what has no value.
void append_validation_json(const Validation& validation, std::string& out);

}  // namespace unspin
