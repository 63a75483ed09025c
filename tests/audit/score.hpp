// How an audit did on the test set, kind by kind.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tests/audit/findings.hpp"
#include "tests/audit/measures.hpp"
#include "tests/audit/truth.hpp"

namespace unspin::audit_set {

struct KindScore {
  Kind kind = Kind::clean;
  std::string style = {};  ///< empty: all of the kind
  std::size_t pages = 0;
  std::size_t accused = 0;   ///< of something that they did not copy
  std::size_t found = 0;     ///< accused of every original that they copied
  std::size_t labelled = 0;  ///< of those found: with the right label throughout
  Plagdet passages = {};
};

struct Score {
  std::vector<KindScore> kinds;            ///< in the order of Kind; innocent ones and guilty ones
  std::vector<KindScore> styles;           ///< of whole copies and of quotations
  std::size_t accusations = 0, right = 0;  ///< pairs of page and original
  Plagdet passages = {};                   ///< of all pages together
  std::vector<std::string> missed, wrong;  ///< a line for people each: page, kind, style, original
};

/// Throws Error(unreadable_input) if a finding is of a page of which nothing is known.
Score score(const std::vector<Truth>& truth, const std::vector<Finding>& findings);

/// Tables for people; intervals are Wilson's, of 95%.
std::string as_text(const Score& score);
std::string as_markdown(const Score& score);

}  // namespace unspin::audit_set
