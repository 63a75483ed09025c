// What a person is told of mistakes in the files of an evaluation.
#pragma once

#include <span>

#include "engine/evaluate/corpus_metric.hpp"
#include "engine/evaluate/segments.hpp"

namespace unspin {

/// Whether the metric says something else of a text and the same in lower case.
bool minds_case(const CorpusMetric& metric);

/// Says on standard error what check_inputs() found: errors always, warnings unless `is_quiet`.
/// False if there were errors, so that no score would mean anything.
bool tell_mistakes(const Segments& segments, std::span<const CorpusMetric> metrics,
                   bool may_be_tokenized, bool is_quiet);

}  // namespace unspin
