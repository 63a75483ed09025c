// An audit for people: report.html, and the findings' pages in report/ beside it.
//
// Everything works from the file system: report.html loads nothing, and the findings' pages are
// pages of their own, which it links to. All are made from findings.jsonl, reviews.jsonl and
// summary.json alone, so an audit, a merge of audits and a review write the same.
#pragma once

#include <string>

#include "engine/io/sink.hpp"
#include "engine/report/audit_overview.hpp"
#include "engine/report/audit_summary.hpp"
#include "engine/report/finding_line.hpp"
#include "engine/report/finding_pages.hpp"
#include "engine/report/html_finding_list.hpp"
#include "engine/report/reviews.hpp"

namespace unspin {

/// Written once, from start to end; all or nothing: an earlier report and its pages stay as they
/// are until finish(). The same findings, reviews and summary in the same order give the same
/// bytes. Keeps lines for the originals and sites in memory; the size on the disk is that of the
/// findings' texts and some 30 bytes for each change in them. For one thread. Its functions throw
/// Error(unwritable_output).
class AuditReport {
 public:
  /// `summary` and `reviews` must outlive the report.
  AuditReport(const std::string& folder, const AuditSummary& summary, const Reviews& reviews);

  /// In the order of findings.jsonl: those of a page follow each other.
  void add(const FindingLine& finding);

  void finish();

 private:
  void fill(std::string_view name, std::string& text);

  const AuditSummary& summary_;
  const Reviews& reviews_;
  FileSink report_;
  FindingPages pages_;
  FindingList list_;
  AuditOverview overview_;
};

}  // namespace unspin
