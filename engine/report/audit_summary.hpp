// What an audit read, and of what its findings depend: summary.json. It is written last, so a
// folder that has one is complete.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace unspin {

struct AuditSummary {
  std::string settings = {};    ///< program, resources, index: other settings, other findings
  std::uint64_t originals = 0;  ///< in the index
  std::uint64_t pages = 0;      ///< looked at
  std::uint64_t own_pages = 0;  ///< of these, originals themselves, by their address
  std::uint64_t left_out = 0;   ///< places that could not be read
  std::map<std::string, std::uint64_t> passed_over = {};  ///< documents that are no text, by type

  bool operator==(const AuditSummary&) const = default;

  /// Adds what another shard of the same audit read. In any order the sum is the same.
  void add(const AuditSummary& shard);
};

/// The summary as JSON, for people too.
std::string audit_summary_text(const AuditSummary& summary);

/// Reads what audit_summary_text() wrote; `place` is for the Error(unreadable_input).
AuditSummary read_audit_summary(std::string_view json, const std::string& place);

}  // namespace unspin
