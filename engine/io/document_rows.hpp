// Documents in rows: JSON lines, tab-separated and comma-separated tables.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "engine/io/document.hpp"
#include "engine/io/records.hpp"
#include "engine/io/row_format.hpp"

namespace unspin {

/// Parses rows into documents; keeps its memory. One per thread.
class DocumentRowParser {
 public:
  /// For the records of this reader, which it does not keep.
  explicit DocumentRowParser(const RecordReader& reader);

  /// Overwrites `document`, all but file and line (emptied); without an id in the row there is
  /// none. What is wrong with the row, if anything is: then `document.id` is what could be saved of
  /// it.
  std::optional<RowIssue> parse(const RecordBatch& batch, const Record& record, Document& document);

 private:
  std::optional<RowIssue> read(std::uint64_t line, Document& document);

  std::unique_ptr<RowFormat> format_;
  PairRow row_;
};

/// What the header of a table of documents must name: one of `text`, `content`, `html`.
const NeededColumns& columns_of_documents();

/// The documents of a file of rows, "-" is standard input; the layout is guessed as RecordReader
/// does. A row's text is the field `text` or `content`, or `html` for a page with its markup. Known
/// besides: `id`, `url` or `address`, `date` or `timestamp`; all others go to metadata, numbers and
/// the like byte for byte as they stand. The id is JSON's string, or its other scalar as text;
/// without one it is "path:line". Rows are UTF-8.
///
/// A broken row is an issue with its line and one of RecordReader's and PairRowParser's codes, or
/// "too_large"; "more_damage" stands for what would be more than 1,000 without a good row between.
/// Where the file cannot be read on, or unpacks to more than limits.most_ratio times its size, it
/// ends with the issue "unreadable". Throws Error(unreadable_input) as RecordReader does;
/// Interrupted, here and in next(), once `stop` is set.
std::unique_ptr<DocumentReader> open_document_rows(const std::string& path,
                                                   const DocumentLimits& limits = {},
                                                   const std::atomic<bool>* stop = nullptr);

}  // namespace unspin
