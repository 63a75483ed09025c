// What an audit and a merge of audits leave in their folder, and say.
#pragma once

#include <string>

#include "engine/report/audit_summary.hpp"
#include "engine/report/finding_merge.hpp"

namespace unspin {

/// Of an audit's folder.
std::string findings_path(const std::string& folder);
std::string summary_path(const std::string& folder);

/// What the audit read. Throws Error(unreadable_input).
AuditSummary read_summary(const std::string& folder);

/// Makes it if it is not there. Throws Error(unwritable_output).
std::string make_folder(const std::string& path);

/// Adds the lines of a file: findings, or a filter's. "-" is standard input. Throws
/// Error(unreadable_input).
void add_findings(const std::string& file, FindingMerge& findings);

/// Writes the findings, their tables with the reviews that the folder has (audit_tables.hpp), and
/// last the summary into the folder, each all or nothing, and sums up on standard output: "3 of 120
/// pages were copied from 2 of 10 originals", and from which.
void write_results(const std::string& folder, FindingMerge& findings, const AuditSummary& summary);

}  // namespace unspin
