// How fast pairs were scored and on what, for people and for scripts. The picture of it is in
// throughput_picture.hpp.
#pragma once

#include <string>
#include <vector>

#include "engine/evaluate/throughput.hpp"
#include "engine/run/machine.hpp"
#include "engine/run/timing.hpp"

namespace unspin {

struct ThroughputReport {
  std::string date;       ///< "2026-11-23T00:20:00Z"
  std::string signature;  ///< of signature_of(): version, lexicon, ICU, verdict
  Machine machine;
  Build build;
  TimingPlan plan;
  std::vector<ThroughputOfSet> sets;
};

/// The machine in a line: processor, cores, memory, system.
std::string in_words(const Machine& machine);
/// The compiler, its flags, and the vectors in a line.
std::string in_words(const Build& build);
/// A set of pairs in a line: how many, bytes, words, and what was left out.
std::string in_words(const ThroughputOfSet& set);

/// Tables of at most 100 columns: for each set the metrics by family with their family's figures,
/// everything together, and threads. Bars are on a logarithmic scale.
void append_throughput_text(const ThroughputReport& report, std::string& out);

/// One object with a line end; versioned by "schema". Every repetition is in it; bytes, seconds and
/// pairs a second are exact.
void append_throughput_json(const ThroughputReport& report, std::string& out);

}  // namespace unspin
