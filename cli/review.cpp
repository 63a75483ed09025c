// `unspin review`: what a person decided about the findings of an audit.
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <optional>

#include "cli/audit_results.hpp"
#include "cli/audit_tables.hpp"
#include "cli/commands.hpp"
#include "cli/json_lines.hpp"
#include "cli/known_ids.hpp"
#include "cli/review_table.hpp"
#include "engine/io/error.hpp"
#include "engine/report/finding_line.hpp"
#include "engine/report/printable.hpp"

namespace unspin {
namespace {

constexpr const char* help =
    R"(Dismisses or confirms findings of an audit, and lists them.

Examples:
  unspin review audit/ --list
  unspin review audit/ --dismiss f20e9598 --reason "licensed in 2023"
  unspin review audit/ --confirm f20e9598
  unspin review audit/ --undo f20e9598
  unspin review audit/ --from audit/findings.csv       its columns review and reason, edited

An ID is that of findings.csv, or as much of it as no other has, at least six characters. Reviews
stand in audit/reviews.jsonl, and the next audit into the same folder, and unspin merge, keep them: a
finding has the same id as long as the page's address, the copied text, the original and the label
are the same. findings.csv, findings.sqlite and report.html are made anew.
)";

struct ReviewOptions {
  std::string folder, reason, table;
  std::vector<std::string> dismiss, confirm, undo;
  bool list = false;

  bool changes_nothing() const {
    return dismiss.empty() && confirm.empty() && undo.empty() && table.empty();
  }
};

using Edits = std::map<std::string, std::optional<Review>>;

/// Of reviews too: a finding that is no more can still be undone.
KnownIds ids_of(const std::string& folder, const Reviews& reviews) {
  KnownIds ids;
  FindingLineReader reader;
  for_each_line(findings_path(folder), "Run the audit again.",
                [&](std::string_view line, const std::string& place) {
                  ids.add(reader.read(line, place).id);
                });
  for (const auto& [id, review] : reviews) {
    ids.add(id);
  }
  return ids;
}

Edits edits_of(const ReviewOptions& options, const KnownIds& ids, const Reviews& reviews) {
  Edits edits;
  if (!options.table.empty()) {
    edits = read_review_table(options.table, ids, reviews);
  }
  const auto add = [&](const std::vector<std::string>& asked, const std::optional<Review>& review) {
    for (const std::string& one : asked) {
      const std::string& id = ids.find(one, "");
      const auto [edit, is_new] = edits.try_emplace(id, review);
      if (!is_new && edit->second != review) {
        throw Error(ErrorCode::usage, fmt::format("{} is reviewed twice, differently", id),
                    "Name each finding once.");
      }
    }
  };
  add(options.dismiss, Review{.status = ReviewStatus::dismissed, .reason = options.reason});
  add(options.confirm, Review{.status = ReviewStatus::confirmed, .reason = options.reason});
  add(options.undo, std::nullopt);
  return edits;
}

void take_over(const Edits& edits, Reviews& reviews) {
  for (const auto& [id, review] : edits) {
    if (review) {
      reviews[id] = *review;
    } else {
      reviews.erase(id);
    }
  }
}

/// "f20e9598  dismissed  spun      1.00  https://copies.example/7 <- bees (licensed in 2023)".
void list(const std::string& folder, const KnownIds& ids, const Reviews& reviews) {
  FindingLineReader reader;
  for_each_line(
      findings_path(folder), "Run the audit again.",
      [&](std::string_view line, const std::string& place) {
        const FindingLine finding = reader.read(line, place);
        const Review* review = review_of(reviews, finding.id);
        const std::string reason =
            review == nullptr || review->reason.empty() ? "" : fmt::format(" ({})", review->reason);
        const std::string& page =
            finding.page.address.empty() ? finding.page.id : finding.page.address;
        print(fmt::format("{}  {:<9}  {:<8}  {:.2f}  {}\n", ids.short_form(finding.id),
                          review == nullptr ? "open" : review->status_name(), finding.label,
                          finding.confidence,
                          printable(fmt::format("{} ← {}{}", page, finding.original.id, reason))));
      });
}

int review(const ReviewOptions& options) {
  if (!std::filesystem::exists(summary_path(options.folder))) {
    throw Error(ErrorCode::unreadable_input,
                options.folder + ": there is no complete audit in this folder",
                "Name the folder that unspin audit or unspin merge wrote.");
  }
  Reviews reviews = read_reviews(options.folder);
  const KnownIds ids = ids_of(options.folder, reviews);
  if (!options.changes_nothing()) {
    take_over(edits_of(options, ids, reviews), reviews);
    write_reviews(options.folder, reviews);
    print(in_words(write_tables(options.folder, reviews, read_summary(options.folder))));
  }
  if (options.list || options.changes_nothing()) {
    list(options.folder, ids, reviews);
  }
  return exit_done;
}

void check(const ReviewOptions& options) {
  if (!options.reason.empty() && options.dismiss.empty() && options.confirm.empty()) {
    throw Error(ErrorCode::usage, "--reason is for --dismiss and --confirm",
                "Say which findings it is about.");
  }
}

}  // namespace

Command add_review_command(CLI::App& app) {
  const auto options = std::make_shared<ReviewOptions>();
  CLI::App* command = app.add_subcommand("review", help);
  command->add_option("DIR", options->folder, "the folder of unspin audit or unspin merge")
      ->required();
  command->add_option("--dismiss", options->dismiss, "IDs of findings that are none");
  command->add_option("--confirm", options->confirm, "IDs of findings that are copies");
  command->add_option("--reason", options->reason, "of what is dismissed or confirmed");
  command->add_option("--undo", options->undo, "IDs of findings whose review is taken back");
  command->add_option("--from", options->table,
                      "findings.csv, edited: what its columns review\n(confirmed, dismissed, "
                      "nothing) and reason say");
  command->add_flag("--list", options->list, "all findings with their reviews; else after changes");
  return [options] {
    check(*options);
    return review(*options);
  };
}

}  // namespace unspin
