#include "cli/audit_tables.hpp"

#include <filesystem>
#include <fmt/format.h>

#include "cli/audit_results.hpp"
#include "cli/json_lines.hpp"
#include "engine/io/sink.hpp"
#include "engine/report/finding_database.hpp"
#include "engine/report/finding_table.hpp"
#include "engine/report/html_audit.hpp"

namespace unspin {
namespace {

std::string reviews_path(const std::string& folder) { return folder + "/reviews.jsonl"; }

}  // namespace

Reviews read_reviews(const std::string& folder) {
  Reviews reviews;
  const std::string path = reviews_path(folder);
  if (std::filesystem::exists(path)) {
    for_each_line(path, "Mend or remove the line.",
                  [&](std::string_view line, const std::string& place) {
                    read_review(line, place, reviews);
                  });
  }
  return reviews;
}

void write_reviews(const std::string& folder, const Reviews& reviews) {
  FileSink sink(reviews_path(folder));
  sink.write(reviews_text(reviews));
  sink.finish();
}

std::string in_words(const ReviewCounts& counts) {
  if (counts.confirmed + counts.dismissed == 0) {
    return {};
  }
  return fmt::format("reviews: {} dismissed, {} confirmed, {} open\n", counts.dismissed,
                     counts.confirmed, counts.open);
}

ReviewCounts write_tables(const std::string& folder, const Reviews& reviews,
                          const AuditSummary& summary) {
  FileSink table(folder + "/findings.csv");
  FindingDatabase database(folder + "/findings.sqlite", reviews);
  AuditReport report(folder, summary, reviews);
  FindingLineReader reader;
  ReviewCounts counts;
  std::string text;
  append_finding_header(text);
  for_each_line(findings_path(folder), "Run the audit again.",
                [&](std::string_view line, const std::string& place) {
                  const FindingLine finding = reader.read(line, place);
                  const Review* review = review_of(reviews, finding.id);
                  append_finding_row(finding, review, text);
                  table.write(text);
                  text.clear();
                  database.add(finding);
                  report.add(finding);
                  ++(review == nullptr                           ? counts.open
                     : review->status == ReviewStatus::dismissed ? counts.dismissed
                                                                 : counts.confirmed);
                });
  table.write(text);
  database.finish();  // first: they are the larger ones, and the likelier to find no room
  report.finish();
  table.finish();
  return counts;
}

}  // namespace unspin
