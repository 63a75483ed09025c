#include "cli/document_messages.hpp"

#include <fmt/format.h>

#include "cli/message.hpp"

namespace unspin {

void print_issue(const DocumentIssue& issue) {
  std::string place = issue.file;
  if (issue.line > 0) {
    place += fmt::format(", line {}", issue.line);
  } else if (issue.offset) {
    place += fmt::format(", byte {}", *issue.offset);
  }
  message(fmt::format("{}: {}: {}", place, issue.code, issue.message));
}

DocumentRunOptions telling(Progress& progress, int threads, const std::atomic<bool>& stop) {
  return {.threads = threads,
          .stop = &stop,
          .on_progress = [&progress](const RunProgress& p) { progress.show(p); },
          .on_issue =
              [&progress](const DocumentIssue& issue) {
                progress.clear();
                print_issue(issue);
              }};
}

std::string in_words(const DocumentSummary& summary, const DocumentFiles& files) {
  const auto plural = [](std::uint64_t count) { return count == 1 ? "" : "s"; };
  std::string text =
      fmt::format("{} document{} read", summary.documents, plural(summary.documents));
  if (summary.issues > 0) {
    text += fmt::format(", {} place{} left out", summary.issues, plural(summary.issues));
  }
  std::string_view before = "; passed over ";
  for (const auto* counts : {&summary.passed_over, &files.passed_over()}) {
    for (const auto& [type, count] : *counts) {
      text += fmt::format("{}{} {}", before, count, type.empty() ? "without extension" : type);
      before = ", ";
    }
  }
  return text;
}

}  // namespace unspin
