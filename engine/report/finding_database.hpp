// Findings as a SQLite database, for questions: findings.sqlite. docs/audit-database.md has the
// schema, explained, and examples.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/report/finding_line.hpp"
#include "engine/report/reviews.hpp"

namespace unspin {

/// PRAGMA user_version. Within one, tables and columns are only ever added.
inline constexpr int findings_database_version = 1;

/// The statements that make the tables and views; their names are explained there.
std::string_view findings_database_schema();

/// Written once, from start to end, and at its path all or nothing. The same findings and reviews
/// in the same order give the same bytes (of one version of SQLite). Keeps the originals' ids in
/// memory, the rest on the disk; 10^5 findings take seconds. For one thread. Its functions throw
/// Error(unwritable_output).
class FindingDatabase {
 public:
  FindingDatabase(std::string path, const Reviews& reviews);
  ~FindingDatabase();
  FindingDatabase(const FindingDatabase&) = delete;
  FindingDatabase& operator=(const FindingDatabase&) = delete;

  /// In the order of findings.jsonl: those of a page follow each other.
  void add(const FindingLine& finding);

  void finish();

 private:
  class Tables;

  std::uint64_t page_number(const FindingLine& finding);
  std::uint64_t original_number(const FindingLine::Original& original);
  void add_passage(const FindingLine::Passage& passage);

  std::unique_ptr<Tables> tables_;
  std::optional<FindingLine::Page> last_page_;
  std::map<std::string, std::uint64_t> originals_;
  std::uint64_t pages_ = 0, findings_ = 0, passages_ = 0;
};

}  // namespace unspin
