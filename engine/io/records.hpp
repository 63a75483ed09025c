// Cutting a stream of pairs into records: JSON lines, tab-separated and comma-separated rows.
//
// A bad row must cost only itself. Records are therefore cut before they are parsed, by rules that
// always find the next line again: a line that is too long is skipped in bounded memory, and after
// a csv quote that never closes the reading goes on at the next physical line. What could not be
// cut out stands in its place as a record with an issue.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/byte_source.hpp"

namespace unspin {

/// jsonl: one JSON object a line. tsv: a header, then rows of raw fields between tabs, no quoting.
/// csv: a header, then rows as in RFC 4180; a quote inside an unquoted field is data.
enum class Layout { jsonl, tsv, csv };

/// What is wrong with a row.
struct RowIssue {
  std::uint64_t line = 0;    ///< 1-based
  std::uint64_t column = 0;  ///< 1-based, in bytes; 0 when it is not known
  std::string code;          ///< snake_case, stable
  std::string message;       ///< what is wrong and how to mend it
};

/// Where a record lies in its batch.
struct Record {
  std::size_t offset = 0;
  std::size_t length = 0;         ///< bytes without the line end; 0 if there is an issue
  std::uint64_t line = 0;         ///< 1-based line of the input where the record starts
  std::optional<RowIssue> issue;  ///< set if the record could not even be cut out
};

/// Records and their bytes. At least simdjson::SIMDJSON_PADDING bytes behind the last record are
/// readable. Reuse it: its memory is kept.
struct RecordBatch {
  std::string bytes;
  std::vector<Record> records;

  void clear() {
    bytes.clear();
    records.clear();
  }
  std::string_view view(const Record& record) const {
    return std::string_view(bytes).substr(record.offset, record.length);
  }
};

/// The columns that the header of a tsv or csv file has to name.
struct NeededColumns {
  std::vector<std::string_view> all;  ///< each of them
  std::vector<std::string_view> any;  ///< and one of these, unless there are none
};

/// Of pairs: `source` and `rewrite`.
const NeededColumns& columns_of_pairs();

/// Cuts a source into records. Lines end with \n or the end of the input; one \r before that is
/// dropped, and so is a UTF-8 byte order mark at the start. Issues: "empty_line" (white space only;
/// in tsv, tabs are fields), "line_too_long", "unclosed_quote", "text_after_quote". Linear in the
/// input whatever it holds; keeps up to a small multiple of most_record_bytes. For one thread.
class RecordReader {
 public:
  static constexpr std::size_t default_most_record_bytes = std::size_t{16} << 20;

  /// `name` is for messages. Without `layout` it is guessed: by the extension of the name under .gz
  /// or .zst (.jsonl, .ndjson, .json; .tsv; .csv), else from the first line ('{' comes first:
  /// jsonl, there is a tab: tsv, else csv; nothing at all is jsonl without rows). The source must
  /// outlive the reader. Throws Error(unreadable_input) if a csv or tsv header lacks a needed
  /// column, or names `id` or a needed one twice.
  RecordReader(ByteSource& source, std::string name, std::optional<Layout> layout = std::nullopt,
               std::size_t most_record_bytes = default_most_record_bytes,
               const NeededColumns& needed = columns_of_pairs());
  ~RecordReader();
  RecordReader(RecordReader&&) noexcept;
  RecordReader& operator=(RecordReader&&) noexcept;

  Layout layout() const;

  /// The header of tsv and csv; empty for jsonl.
  const std::vector<std::string>& columns() const;

  /// Clears and fills the batch with up to `most_records` (at least 1) records, stopping once they
  /// reach `most_bytes` or the next one would have to be waited for; one record alone may be
  /// longer. False at the end, with an empty batch. An Error of the source is thrown only when all
  /// records before it have been returned; a line that it cuts in two is not a record.
  bool fill(RecordBatch& batch, std::size_t most_records, std::size_t most_bytes);

  /// Whether fill() would have to wait: there is no line at hand, and the source has nothing
  /// either.
  bool would_wait() const;

 private:
  class Cutter;
  std::unique_ptr<Cutter> cutter_;
};

}  // namespace unspin
