// What an audit found: the lines of its findings.jsonl, as far as they are held against the truth.
#pragma once

#include <string>
#include <vector>

#include "tests/audit/truth.hpp"

namespace unspin::audit_set {

/// One page accused of one original.
struct Finding {
  std::string page = {}, original = {};  ///< ids
  std::string label = {};                ///< of the whole: "spun", "verbatim"
  struct Passage {
    Span page, source;  ///< bytes of the main texts
  };
  std::vector<Passage> passages = {};
};

/// Throws Error(unreadable_input).
std::vector<Finding> read_findings(const std::string& file);

}  // namespace unspin::audit_set
