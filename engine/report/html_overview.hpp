// The first part of an audit's report: what was searched, and what that came to.
#pragma once

#include "engine/report/audit_overview.hpp"
#include "engine/report/audit_summary.hpp"
#include "engine/report/html_text.hpp"

namespace unspin {

/// "132 of 4,000 pages were copied", and what was looked at.
void put_searched(const AuditSummary& summary, const AuditOverview& overview, HtmlWriter& html);

/// Verdicts in findings and pages. Nothing if nothing was found; so the next three.
void put_verdicts(const AuditOverview& overview, HtmlWriter& html);

/// The originals most copied, and the sites that copy most: tables of which each row leads to its
/// findings in the list.
void put_originals(const AuditOverview& overview, HtmlWriter& html);
void put_sites(const AuditOverview& overview, HtmlWriter& html);

/// Pages by month, or by year if there are many; nothing if fewer than two times are known.
void put_times(const AuditOverview& overview, HtmlWriter& html);

}  // namespace unspin
