// How far the audit of a crawl is, for the run that goes on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/report/audit_summary.hpp"

namespace unspin {

struct AuditCheckpoint {
  std::uint64_t documents = 0;  ///< of the crawl, passed-over ones included
  std::uint64_t mark = 0;       ///< of these: DocumentTrail::mark()
  AuditSummary summary = {};    ///< of these
};

/// "documents 1200 mark 0123456789abcdef", and the summary.
std::string checkpoint_text(const AuditCheckpoint& checkpoint);

/// Reads what checkpoint_text() wrote; `place` is for the Error(unreadable_input).
AuditCheckpoint read_checkpoint(std::string_view text, const std::string& place);

}  // namespace unspin
