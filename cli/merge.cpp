// `unspin merge`: audits of parts of a crawl, made one.
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <optional>

#include "cli/audit_results.hpp"
#include "cli/audit_tables.hpp"
#include "cli/commands.hpp"
#include "cli/message.hpp"
#include "engine/io/error.hpp"

namespace unspin {
namespace {

constexpr const char* help =
    R"(Makes one audit of audits of parts of a crawl.

Examples:
  unspin merge audit-1/ audit-2/ audit-3/ -o audit
  unspin merge found-*.jsonl -o audit          lines of unspin audit --stdin --jsonl
  cat found-*.jsonl | unspin merge - -o audit

Writes what unspin audit does. The order of the parts does not matter, and a part that comes twice
counts once in the findings. The parts must have been made with the same program, index and
settings. Reviews (unspin review) of all parts are kept; where two differ, that of the later part,
and before all that of the folder itself.
)";

struct MergeOptions {
  std::vector<std::string> parts;
  std::string output;
};

AuditSummary summary_of(const std::string& folder) {
  if (!std::filesystem::exists(summary_path(folder))) {
    throw Error(ErrorCode::unreadable_input, folder + ": the audit in this folder is not complete",
                "Run the command that made it again with --resume, then merge.");
  }
  return read_summary(folder);
}

/// Those of a folder join the others, and are said to win where they differ.
void add_reviews(const std::string& folder, Reviews& reviews) {
  for (auto& [id, review] : read_reviews(folder)) {
    const auto [other, is_new] = reviews.try_emplace(id, review);
    if (!is_new && other->second.status != review.status) {
      message(fmt::format("{}: {} is {} here and {} in an earlier part: {}", folder, id,
                          review.status_name(), other->second.status_name(), review.status_name()));
    }
    other->second = review;
  }
}

int merge(const MergeOptions& options) {
  const std::string folder = make_folder(options.output);
  FindingMerge findings(folder);
  Reviews reviews;
  std::optional<AuditSummary> all;
  for (const std::string& part : options.parts) {
    if (!std::filesystem::is_directory(part)) {
      add_findings(part, findings);
      continue;
    }
    const AuditSummary summary = summary_of(part);
    findings.expect_signature(summary.settings, part);
    add_findings(findings_path(part), findings);
    add_reviews(part, reviews);
    if (all) {
      all->add(summary);
    } else {
      all = summary;
    }
  }
  AuditSummary sum = all.value_or(AuditSummary{});
  sum.settings = findings.signature();
  sum.add({.pages = findings.pages(), .left_out = findings.broken()});
  add_reviews(folder, reviews);
  if (!reviews.empty()) {
    write_reviews(folder, reviews);
  }
  write_results(folder, findings, sum);
  return exit_done;
}

}  // namespace

Command add_merge_command(CLI::App& app) {
  const auto options = std::make_shared<MergeOptions>();
  CLI::App* command = app.add_subcommand("merge", help);
  command
      ->add_option("PART", options->parts,
                   "folders of unspin audit -o, and files of\nunspin audit --stdin --jsonl; - is "
                   "standard input")
      ->required();
  command->add_option("-o,--output", options->output, "the folder for the whole")->required();
  return [options] { return merge(*options); };
}

}  // namespace unspin
