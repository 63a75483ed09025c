// Every segment's score by every metric, for whoever goes on from there: JSON lines or a table.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/evaluate/measurements.hpp"

namespace unspin {

enum class SegmentLayout : std::uint8_t {
  jsonl,  ///< {"segment":1,"system":"a.txt","scores":{"bleu":26.1,"rougeL":{"precision":…}}}
  tsv,    ///< segment, system, and a column for each value: "bleu", "rougeL.precision"; empty: none
};

/// Appends segment after segment, and of each one the systems in their order. Figures are the
/// shortest text that reads back to the same bits.
void append_segment_scores(const Segments& segments, std::span<const CorpusMetric> metrics,
                           std::span<const std::vector<Measurements>> measurements,
                           SegmentLayout layout, std::string& out);

}  // namespace unspin
