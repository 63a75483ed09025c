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

std::string in_words(const DocumentSummary& summary, const DocumentFiles& files) {
  const auto plural = [](std::uint64_t count) { return count == 1 ? "" : "s"; };
  std::string text =
      fmt::format("{} document{} read", summary.documents, plural(summary.documents));
  if (summary.issues > 0) {
    text += fmt::format(", {} place{} left out", summary.issues, plural(summary.issues));
  }
  const auto add = [&](const std::map<std::string, std::uint64_t>& counts, std::string_view what) {
    for (const auto& [type, count] : counts) {
      text += fmt::format(", {} {}{}{}", count, what, what.empty() ? "" : " ",
                          type.empty() ? "without extension" : type);
    }
  };
  if (!summary.passed_over.empty() || !files.passed_over().empty()) {
    text += "; passed over";
    const std::size_t begin = text.size();
    add(summary.passed_over, "");
    add(files.passed_over(), "files");
    text.erase(begin, 1);  // the first comma
  }
  return text;
}

}  // namespace unspin
