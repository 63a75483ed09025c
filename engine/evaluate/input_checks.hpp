// What goes wrong between a system's output and its score: references given the other way round,
// lines that do not belong together, text that is not what a reader would see. A wrong number looks
// like any other, so these mistakes end up in papers; here they are found before anything is
// scored, and honest files are left in peace.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/evaluate/segments.hpp"

namespace unspin {

/// How the segments are meant.
struct CheckOptions {
  bool may_be_tokenized = false;  ///< --force: the user knows
  bool case_matters = true;       ///< false when all scores are of lower-cased text
};

struct InputRemark {
  /// After an error no score would mean anything; after a warning it may.
  enum class Severity : std::uint8_t { error, warning };

  Severity severity = Severity::warning;
  std::string what;    ///< names the file, and the line where that helps
  std::string remedy;  ///< what to do about it
};

/// All that is wrong, errors first. Linear in the files, but for lines that are sorted.
std::vector<InputRemark> check_inputs(const Segments& segments, const CheckOptions& options = {});

}  // namespace unspin
