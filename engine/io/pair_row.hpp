// One row of a stream of pairs, from the bytes of a record.
//
// What the engine does not know it passes through untouched: other JSON fields keep their text byte
// for byte, so big integers and 1.10 survive. Yet every part of a row must be valid JSON: what is
// passed through ends up in our output. A broken row is an issue, never an exception, and keeps its
// id whenever that can still be read.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/io/records.hpp"

namespace unspin {

/// A pair of texts. All strings are well-formed UTF-8; NUL is data.
struct PairRow {
  std::string
      id;  ///< JSON text: "\"a1\"" or "17"; the number of the record's line if there is none
  std::string source;
  std::string rewrite;
  std::vector<std::string> references;
  std::vector<std::pair<std::string, std::string>> extra;  ///< other fields: name, JSON text

  void clear() {
    id.clear();
    source.clear();
    rewrite.clear();
    references.clear();
    extra.clear();
  }
};

class RowFormat;

/// Reads rows of one layout. Make one for each thread. It overwrites the strings of the row it is
/// given, so a row that is used again and again soon stops allocating.
///
/// jsonl: `id` is any scalar (null: none), `source` and `rewrite` are strings, `references` is an
/// array of strings or one string (null: none). Of a field given twice the last counts. A lone
/// surrogate such as "\ud800" is not text: bad_json.
/// csv, tsv: the columns `id` (an empty cell: none; becomes a JSON string), `source`, `rewrite` and
/// any number of `reference` (an empty cell: none); others go to extra as JSON strings.
class PairRowParser {
 public:
  explicit PairRowParser(const RecordReader& reader);
  PairRowParser(Layout layout, const std::vector<std::string>& columns);
  ~PairRowParser();
  PairRowParser(PairRowParser&&) noexcept;
  PairRowParser& operator=(PairRowParser&&) noexcept;

  /// Reads a record, behind which simdjson::SIMDJSON_PADDING bytes must be readable, that starts at
  /// `line` (1-based). Nothing comes back for a good row; else what is wrong, and of the row only
  /// the id holds. Codes: invalid_utf8, bad_json, not_an_object, missing_field, wrong_type,
  /// too_few_fields, too_many_fields.
  std::optional<RowIssue> parse(std::string_view record, std::uint64_t line, PairRow& row);

 private:
  std::unique_ptr<RowFormat> format_;
};

}  // namespace unspin
