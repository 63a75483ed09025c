// What is made from an audit's findings and people's reviews of them: tables for spreadsheets and
// for questions, a report for people.
#pragma once

#include <cstdint>
#include <string>

#include "engine/report/audit_summary.hpp"
#include "engine/report/reviews.hpp"

namespace unspin {

/// DIR/reviews.jsonl: none if there is no such file. Throws Error(unreadable_input).
Reviews read_reviews(const std::string& folder);

/// All or nothing.
void write_reviews(const std::string& folder, const Reviews& reviews);

/// Lines of findings by what people said of them.
struct ReviewCounts {
  std::uint64_t open = 0, confirmed = 0, dismissed = 0;
};

/// "reviews: 1 dismissed, 2 confirmed, 9 open\n"; nothing if nothing was reviewed.
std::string in_words(const ReviewCounts& counts);

/// Makes findings.csv, findings.sqlite and report.html with its folder of the folder's
/// findings.jsonl, each all or nothing. Throws Error.
ReviewCounts write_tables(const std::string& folder, const Reviews& reviews,
                          const AuditSummary& summary);

}  // namespace unspin
