// What the findings of an audit add up to, for people: who copied what how often, and when.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "engine/report/finding_line.hpp"

namespace unspin {

/// Counts findings that nobody dismissed, one after the other. Keeps a line for each original, site
/// and month in memory.
class AuditOverview {
 public:
  /// Findings, the pages they are on, and words of the pages in passages.
  struct Copies {
    std::uint64_t findings = 0, pages = 0, words = 0;
    std::uint64_t spun = 0;  ///< findings; the others are verbatim
    std::string name = {};   ///< for a reader
  };

  /// In the order of findings.jsonl: those of a page follow each other.
  void add(const FindingLine& finding, bool is_dismissed);

  const Copies& all() const { return all_; }
  std::uint64_t dismissed() const { return dismissed_; }
  /// Pages on which there is a spun copy, and those with a verbatim one; some have both.
  std::uint64_t spun_pages() const { return spun_pages_; }
  std::uint64_t verbatim_pages() const { return verbatim_pages_; }
  /// By the original's id.
  const std::map<std::string, Copies>& originals() const { return originals_; }
  /// By host; pages without an address are under "".
  const std::map<std::string, Copies>& sites() const { return sites_; }
  /// By "2024-05", or "2024" where the month is not known; pages without a date are not there.
  const std::map<std::string, Copies>& months() const { return months_; }

 private:
  std::optional<FindingLine::Page> page_;         // of the last finding
  bool has_spun_ = false, has_verbatim_ = false;  // that page
  std::uint64_t dismissed_ = 0, spun_pages_ = 0, verbatim_pages_ = 0;
  Copies all_;
  std::map<std::string, Copies> originals_, sites_, months_;
};

/// "2024-05" of "2024-05-13T…", "2024" of "2024"; nothing of what does not begin like a date.
std::string month_of(std::string_view date);

}  // namespace unspin
