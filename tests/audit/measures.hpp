// The figures by which a search for copies is judged.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/evaluate/classification.hpp"
#include "tests/audit/truth.hpp"

namespace unspin::audit_set {

/// The engine's 95% interval for a share of which `hits` of `tries` were seen; 0 to 1 without
/// tries.
Interval wilson(std::size_t hits, std::size_t tries);

/// A copied passage, planted or found: what is in which page from which original.
struct CopiedPassage {
  std::size_t page = 0, original = 0;  ///< numbers
  Span in_page = {}, in_original = {};
};

/// Potthast, Stein, Barrón-Cedeño, Rosso 2010, "An evaluation framework for plagiarism detection".
/// A detection r *detects* a case s if they overlap in both texts. Characters (here bytes) are
/// counted of both texts together:
///   precision   mean over detections of the share of r in cases that it detects
///   recall      mean over cases of the share of s in detections of it
///   granularity mean over detected cases of how many detections there are of it
///   plagdet     F1 of precision and recall, by log2(1 + granularity)
struct Plagdet {
  double precision = 0, recall = 0, granularity = 1, plagdet = 0;
};

/// 0 where there is nothing to take the mean of. `cases` times `detections` of a page, by sorting.
Plagdet plagdet(std::vector<CopiedPassage> cases, std::vector<CopiedPassage> detections);

}  // namespace unspin::audit_set
