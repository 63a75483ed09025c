// Cutting a crawl file into WARC records (ISO 28500, versions 1.0 and 1.1, and the drafts before).
//
// A record says how long it is, and that is believed only if what follows is what must follow: two
// line ends, the next record, the end of a member or of the file. Otherwise the record is damaged:
// it is named and left out, and the search for the next one, a line that ends in "WARC/1.0", starts
// right behind its own first line. So a length that is too long loses only its own record, and a
// line "WARC/1.0" in the text of a sound record is never looked at.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/document.hpp"
#include "engine/io/header_fields.hpp"
#include "engine/io/read_ahead.hpp"
#include "engine/io/warc_members.hpp"

namespace unspin {

/// A sound record; views hold until the next one.
struct WarcRecord {
  std::uint64_t offset = 0;  ///< in the file; of the member that it begins in if it is packed
  std::vector<HeaderField> fields;
  std::string_view block;
};

/// Whether records of that WARC-Type hold documents.
bool holds_document(std::string_view type);

/// For one thread. Memory: a small multiple of limits.most_bytes at most, a few hundred KiB if
/// records are small. Linear in the unpacked bytes, whatever they hold.
class WarcRecords {
 public:
  WarcRecords(const std::string& path, const DocumentLimits& limits, const std::atomic<bool>* stop);

  /// The next sound record; false at the end. Appends to `issues` what was lost before it. Records
  /// that follow one another in a member are given before the checksum at its end is known.
  bool next(WarcRecord& record, std::vector<DocumentIssue>& issues);

  std::uint64_t consumed() const { return members_.consumed(); }
  std::optional<std::uint64_t> total() const { return members_.total(); }

 private:
  enum class Certainty { maybe_a_record, surely_a_record };
  enum class Ending { sound, wrong, broken_off };

  std::string_view reach() const;
  bool grow();
  bool have(std::size_t bytes);
  void drop(std::size_t bytes);
  void enter_member();
  std::optional<std::size_t> next_member_start(std::size_t after) const;

  bool find_record();
  bool pass_damage();
  void search();
  bool cut(WarcRecord& record);
  std::optional<std::size_t> find_header_end();
  Ending ending_of_block(std::size_t size);
  Ending ending_of_record(std::size_t at);
  void pass_large(std::size_t header, std::uint64_t length, bool is_wanted);
  bool fits_file(std::size_t header, std::uint64_t length);

  std::uint64_t offset() const;
  void lose(Certainty certainty, Ending ending, std::string message);
  void report_damage(Certainty certainty);
  void report(Certainty certainty, std::uint64_t offset, std::string_view code,
              std::string message);
  void tell_unlisted();
  void tell_failure();

  std::string file_;
  DocumentLimits limits_;
  WarcMembers members_;
  ReadAhead text_;
  MemberStart member_;                 // that text_ begins in
  std::size_t given_ = 0;              // bytes of the record that was given last
  std::uint64_t no_record_up_to_ = 0;  // begins a member that has been looked at
  std::vector<DocumentIssue>* issues_ = nullptr;

  bool lost_ = false;  // between damage and the next sound record
  std::uint64_t last_issue_ = 0;
  std::size_t issues_in_a_row_ = 0;
  std::size_t unlisted_ = 0;
  bool failure_told_ = false;
};

}  // namespace unspin
