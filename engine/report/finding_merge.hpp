// Findings brought into their one order: by file, place in it, page and original, whatever order
// they came in and however the pages were dealt out.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/index/temporary_file.hpp"
#include "engine/io/sink.hpp"

namespace unspin {

/// Takes the lines of findings.jsonl and of a filter (finding_report.hpp) and gives the lines of
/// findings.jsonl, each once: a shard that was audited twice counts once. Associative, and
/// independent of the order. Takes some 200 bytes of memory a finding, and the lines' size on the
/// disk. For one thread.
class FindingMerge {
 public:
  /// What pages have of an original.
  struct Copies {
    std::uint64_t pages = 0, spun = 0, verbatim = 0;
  };

  /// `folder` is where a file without a name holds the lines until they are sorted.
  explicit FindingMerge(const std::string& folder) : lines_(folder) {}

  /// Adds a line, without its end; `place` is for the Error(unreadable_input) if it is neither a
  /// finding nor a filter's line.
  void add(std::string_view line, const std::string& place);

  /// Of everything added; empty if nothing was.
  const std::string& signature() const { return signature_; }

  /// Throws Error(usage), naming both, if something with another signature was added before.
  void expect_signature(std::string_view signature, const std::string& place);

  /// Of the filter's lines: pages that were looked at, and rows that were broken.
  std::uint64_t pages() const { return pages_; }
  std::uint64_t broken() const { return broken_; }

  /// Writes all that was added; once, at the end.
  void write(Sink& sink);

  /// How many pages were copied, and from which originals, by id. After write().
  std::uint64_t copied_pages() const { return copied_pages_; }
  const std::map<std::string, Copies>& copies() const { return copies_; }

 private:
  struct Line {
    std::string page;  // what orders it, without its original
    std::string original;
    std::uint64_t offset = 0;  // in lines_
    std::uint64_t size = 0;
    bool is_spun = false;
  };

  void keep(Line line, std::string_view text);

  TemporaryFile lines_;
  std::vector<Line> order_;
  std::string signature_, first_place_;
  std::uint64_t pages_ = 0, broken_ = 0, copied_pages_ = 0;
  std::map<std::string, Copies> copies_;
};

}  // namespace unspin
