// Documents in: what an audit reads, whatever it was wrapped in.
//
// A file may be a document (text, HTML) or hold many (a crawl in WARC, JSON lines, a table).
// Readers make one stream of all of them. What is damaged costs only itself: it is named, counted
// and skipped to the next good document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace unspin {

/// One document as its container held it: transfer and content encodings are undone, the character
/// encoding is not.
struct Document {
  std::string file;          ///< path of the file it came from, as messages name it
  std::uint64_t offset = 0;  ///< where in that file; of compressed records, of the compressed bytes
  std::uint64_t line = 0;    ///< 1-based, in tables and JSON lines, instead of the offset; else 0
  std::string id;            ///< what the container calls it; else its path, and line if it has one
  std::string address;       ///< URL; empty if it is not known
  std::string date;          ///< as the container gives it (WARC: ISO 8601); empty if unknown
  std::string media_type;    ///< lower case, without parameters: "text/html"; empty if unknown
  std::string charset;       ///< what the container says of the bytes; empty if it says nothing
  std::string bytes;         ///< the body
  std::vector<std::pair<std::string, std::string>> metadata;  ///< other fields: name, JSON text

  /// Empties everything, keeps the memory.
  void clear() {
    offset = line = 0;
    for (std::string* text : {&file, &id, &address, &date, &media_type, &charset, &bytes}) {
      text->clear();
    }
    metadata.clear();
  }
};

/// A place where something was damaged, too large or not to be had, and what was done about it.
struct DocumentIssue {
  std::string file;
  std::optional<std::uint64_t> offset;  ///< bytes into the file as it lies on the disk
  std::string code;                     ///< snake_case, stable
  std::string message;                  ///< what is wrong, what was skipped, and how to mend it
  std::uint64_t line = 0;               ///< 1-based, in tables and JSON lines; 0 elsewhere
};

/// Bounds against input that is made to exhaust a reader.
struct DocumentLimits {
  std::uint64_t most_bytes = std::uint64_t{64} << 20;  ///< of one document, encodings undone
  std::uint64_t most_ratio = 1000;  ///< of bytes decompressed to bytes compressed, beyond 1 MiB
};

/// A stream of documents. For one thread at a time; memory is bounded by the limits.
class DocumentReader {
 public:
  virtual ~DocumentReader() = default;

  /// Overwrites `document` with the next good one and appends to `issues` what was skipped before
  /// it; false at the end (issues may still have been appended). Throws Interrupted.
  virtual bool next(Document& document, std::vector<DocumentIssue>& issues) = 0;

  /// Bytes taken from the disk so far, and of how many, if that is known: for progress.
  virtual std::uint64_t consumed() const = 0;
  virtual std::optional<std::uint64_t> total() const = 0;
};

}  // namespace unspin
