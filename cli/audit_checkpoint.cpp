#include "cli/audit_checkpoint.hpp"

#include <charconv>
#include <fmt/format.h>

#include "engine/io/error.hpp"

namespace unspin {
namespace {

/// Takes `word` and the number behind it off the text.
bool take(std::string_view& text, std::string_view word, int base, std::uint64_t& number) {
  if (!text.starts_with(word)) {
    return false;
  }
  text.remove_prefix(word.size());
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return failure == std::errc();
}

}  // namespace

std::string checkpoint_text(const AuditCheckpoint& checkpoint) {
  return fmt::format("documents {} mark {:016x}\n{}", checkpoint.documents, checkpoint.mark,
                     audit_summary_text(checkpoint.summary));
}

AuditCheckpoint read_checkpoint(std::string_view text, const std::string& place) {
  AuditCheckpoint checkpoint;
  if (!take(text, "documents ", 10, checkpoint.documents) ||
      !take(text, " mark ", 16, checkpoint.mark)) {
    throw Error(ErrorCode::unreadable_input, place + ": the checkpoint is damaged",
                "Remove the folder's findings.partial.jsonl to begin anew.");
  }
  checkpoint.summary = read_audit_summary(text, place);
  return checkpoint;
}

}  // namespace unspin
