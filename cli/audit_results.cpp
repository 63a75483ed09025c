#include "cli/audit_results.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <vector>

#include "cli/audit_tables.hpp"
#include "cli/commands.hpp"
#include "cli/json_lines.hpp"
#include "cli/message.hpp"
#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/io/sink.hpp"
#include "engine/report/printable.hpp"

namespace unspin {
namespace {

std::string in_words(const FindingMerge& findings, const AuditSummary& summary) {
  constexpr std::size_t most_shown = 10;
  FindingMerge::Copies all;
  for (const auto& [id, copies] : findings.copies()) {
    all.spun += copies.spun;
    all.verbatim += copies.verbatim;
  }
  // Lines of a filter do not say how many originals it had.
  const std::string of_originals =
      summary.originals > 0 ? fmt::format(" of {}", summary.originals) : "";
  std::string text =
      fmt::format("{} of {} pages were copied from {}{} originals: {} spun, {} verbatim copies\n",
                  findings.copied_pages(), summary.pages, findings.copies().size(), of_originals,
                  all.spun, all.verbatim);
  if (summary.own_pages > 0) {
    text += fmt::format("{} pages are originals themselves, by their address\n", summary.own_pages);
  }
  std::vector<std::pair<std::string_view, FindingMerge::Copies>> order(findings.copies().begin(),
                                                                       findings.copies().end());
  std::ranges::stable_sort(order, std::ranges::greater(),
                           [](const auto& entry) { return entry.second.pages; });
  if (!order.empty()) {
    text += "\n   pages    spun  verbatim  original\n";
  }
  for (std::size_t i = 0; i < std::min(order.size(), most_shown); ++i) {
    const auto& [id, copies] = order[i];
    text += fmt::format("{:>8}{:>8}{:>10}  {}\n", copies.pages, copies.spun, copies.verbatim,
                        printable(id));
  }
  if (order.size() > most_shown) {
    text += fmt::format("{:>8} more originals\n", order.size() - most_shown);
  }
  return text;
}

}  // namespace

std::string make_folder(const std::string& path) {
  std::error_code failure;
  std::filesystem::create_directories(path, failure);
  if (failure) {
    throw Error(ErrorCode::unwritable_output, fmt::format("{}: {}", path, failure.message()),
                "Name a folder that can be made with -o.");
  }
  return path;
}

std::string findings_path(const std::string& folder) { return folder + "/findings.jsonl"; }
std::string summary_path(const std::string& folder) { return folder + "/summary.json"; }

AuditSummary read_summary(const std::string& folder) {
  constexpr std::uint64_t most_bytes = std::uint64_t{1} << 20;
  const std::string path = summary_path(folder);
  return read_audit_summary(read_document(path, most_bytes), path);
}

void add_findings(const std::string& file, FindingMerge& findings) {
  for_each_line(file, "Make the shard anew.", [&](std::string_view line, const std::string& place) {
    findings.add(line, place);
  });
}

void write_results(const std::string& folder, FindingMerge& findings, const AuditSummary& summary) {
  FileSink lines(findings_path(folder));
  findings.write(lines);
  std::error_code is_not_there;
  std::filesystem::remove(summary_path(folder), is_not_there);  // of findings that are no more
  lines.finish();
  const ReviewCounts reviewed = write_tables(folder, read_reviews(folder), summary);
  FileSink about(summary_path(folder));
  about.write(audit_summary_text(summary));
  about.finish();
  print(in_words(findings, summary) + in_words(reviewed));
  message(folder + "/report.html shows who copied what");
}

}  // namespace unspin
