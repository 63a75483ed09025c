// One pair's result as JSON: the schema that scripts rely on. Version 1; fields are only ever
// added.
#pragma once

#include <string>

#include "engine/score/results.hpp"

namespace unspin {

struct JsonStyle {
  bool details = false;  ///< scores with the statistics behind them, if they were measured
  bool factors = false;  ///< the verdict with what moved it, if that was asked of the judge
  bool indented = false;
};

/// Appends the object and a line end. Keys: schema, id, verdict, scores, unscored (which scores are
/// null, and why), substitutions, terms, names, numbers, urls, quotes, obfuscation, spans, issues,
/// the fields passed through (input_X if X is one of ours), signature. Ranges are [begin, end) of
/// the raw texts.
void append_json(const PairResult& result, const JsonStyle& style, std::string& out);

/// Appends the line that stands for a broken row: schema, id and issues.
void append_broken_json(std::string_view id, const RowIssue& issue, std::string& out);

}  // namespace unspin
