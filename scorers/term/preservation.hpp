// What the metrics of preservation share: how much of what the source names, counts, links to or
// quotes the rewrite keeps.
#pragma once

#include "engine/score/evidence.hpp"
#include "engine/score/scorer.hpp"

namespace unspin {

constexpr Statistic preservation_statistics[] = {{"preserved"}, {"occurrences"}};

/// Occurrences that are preserved(), and all, of what `find` finds.
template <std::vector<TermRecord> (*find)(PreparedPair&)>
Measured measure_preservation(PreparedPair& pair, const Settings&, std::span<double> out) {
  for (const TermRecord& record : pair.shared(find)) {
    out[0] += record.preserved();
    out[1] += record.occurrences;
  }
  return Measured::done;
}

inline void finish_preservation(std::span<const double> stats, const Settings&,
                                std::span<double> values) {
  values[0] = stats[1] > 0 ? stats[0] / stats[1] : no_value;
}

}  // namespace unspin
