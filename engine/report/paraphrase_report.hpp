// The table of a set of paraphrases, for a terminal, a program or a paper.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/evaluate/paraphrase_table.hpp"

namespace unspin {

struct ParaphraseReport {
  const ParaphraseTask& task;
  std::vector<GroupSummary> groups = {};
  std::string name;  ///< of the file
  std::uint64_t broken = 0;
  BootstrapOptions bootstrap = {};
  std::string signature = {};

  std::uint64_t rows() const;             ///< of all groups
  std::uint64_t with_references() const;  ///< of all groups
};

/// What adequacy is measured against, in words.
std::string against_in_words(const ParaphraseReport& report);

/// "41.23 [40.02, 42.51]"; "–" without a value.
std::string in_words(const Estimate& estimate, int digits);

/// How many digits behind the point a metric's values have in a table.
int digits_of(const TableMetric& metric);

/// The metrics of a section, by their places in the task.
std::vector<std::size_t> metrics_of(const ParaphraseTask& task, TableSection section);

/// A table with a column for each group.
void append_paraphrase_text(const ParaphraseReport& report, std::string& out);

/// One object, indented.
void append_paraphrase_json(const ParaphraseReport& report, std::string& out);

/// Tables for LaTeX's booktabs.
void append_paraphrase_latex(const ParaphraseReport& report, std::string& out);

}  // namespace unspin
