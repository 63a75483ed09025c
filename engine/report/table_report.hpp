// Results as tables: tab-separated (TSV) or comma-separated (CSV), a header and a line for each
// pair.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/score/results.hpp"

namespace unspin {

/// Columns: id; with a verdict label, confidence, p_spun (the probability that it is spun), the
/// most telling substitutions and terms, names, numbers, urls and quotes that were not kept
/// (evidence_cells.hpp), hidden_characters (in the rewrite) and how many words of the
/// source are identical, minor, synonym, rewritten; one for each value of each score (rougeL.f1),
/// the input's other columns (input_X if X is one of ours), issues. A missing value is an empty
/// cell. TSV writes a tab or a line end inside a cell as \t, \n or \r; CSV quotes as in RFC 4180.
class TableReport {
 public:
  enum class Kind { tsv, csv };

  /// `extra_columns`: the input's other columns; without a list, the other fields of each row stand
  /// together in a column `extra`, as a JSON object.
  TableReport(Kind kind, std::span<const Selected> selected, bool has_verdict,
              std::optional<std::vector<std::string>> extra_columns)
      : kind_(kind),
        selected_(selected),
        has_verdict_(has_verdict),
        extra_columns_(std::move(extra_columns)) {}

  void append_header(std::string& out) const;
  void append_row(const PairResult& result, std::string& out) const;
  void append_broken(std::string_view id, const RowIssue& issue, std::string& out) const;

 private:
  void cell(std::string_view text, std::string& out) const;
  void json_cell(std::string_view json, std::string& out) const;
  void verdict_cells(const Judgement& judgement, std::string& out) const;
  void extra_cells(const PairResult& result, std::string& out) const;
  bool is_own_column(std::string_view name) const;
  void end_cell(std::string& out) const { out += kind_ == Kind::tsv ? '\t' : ','; }

  Kind kind_;
  std::span<const Selected> selected_;
  bool has_verdict_;
  std::optional<std::vector<std::string>> extra_columns_;
};

}  // namespace unspin
