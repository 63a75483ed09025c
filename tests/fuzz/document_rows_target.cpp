// Documents in rows, JSON lines and tables: what every reader promises; that texts are well-formed
// UTF-8; and that a file read whole and read from a pipe in small pieces gives the same documents
// and issues, or the same error.
#include <optional>
#include <string>

#include "engine/io/document_rows.hpp"
#include "engine/io/error.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/readings.hpp"
#include "tests/fuzz/targets.hpp"

namespace unspin::fuzz {
namespace {

/// Nothing if the header of a table lacks what is needed.
std::optional<Reading> read_at(const std::string& path, const DocumentLimits& limits = {}) {
  try {
    return read_all(*open_document_rows(path, limits), limits);
  } catch (const Error&) {
    return std::nullopt;
  }
}

bool is_same(const Reading& one, const Reading& other) {
  return one.documents.size() == other.documents.size() &&
         one.issues.size() == other.issues.size() && begin_alike(one, other, one.documents.size());
}

}  // namespace

void check_document_rows(std::string_view input) {
  const MemoryFile file(input);
  const std::optional<Reading> whole = read_at(file.path());
  read_at(file.path(), {.most_bytes = 100});
  if (whole) {
    for (const Document& document : whole->documents) {
      promise(is_well_formed(document.bytes), "texts of rows are well-formed UTF-8");
      promise(document.line > 0, "rows have lines");
    }
  }
  if (input.size() <= PipeOfPieces::most_bytes) {
    const PipeOfPieces pipe(input);
    const std::optional<Reading> pieces = read_at(pipe.path());
    promise(whole.has_value() == pieces.has_value() && (!whole || is_same(*whole, *pieces)),
            "pieces are read as the whole is");
  }
}

}  // namespace unspin::fuzz
