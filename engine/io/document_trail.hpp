// Where a run over documents was, so that another run can go on there, and can tell that it is
// given the same documents.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "engine/io/document.hpp"

namespace unspin {

/// Counts the documents of a reader, and keeps a mark of all that have passed: XXH3 of their
/// places, ids and bytes, each chained to the one before. For one thread at a time.
class DocumentTrail : public DocumentReader {
 public:
  /// `reader` must outlive the trail.
  explicit DocumentTrail(DocumentReader& reader) : reader_(reader) {}

  bool next(Document& document, std::vector<DocumentIssue>& issues) override;
  std::uint64_t consumed() const override { return reader_.consumed(); }
  std::optional<std::uint64_t> total() const override { return reader_.total(); }

  /// The mark of the first `documents` documents, at most as many as have passed. Asked for
  /// ascending numbers: earlier marks are forgotten.
  std::uint64_t mark(std::uint64_t documents);

  /// Passes over so many documents, before any other; false if there are fewer, or if they have
  /// another mark. Takes about as long as reading them.
  bool skip(std::uint64_t documents, std::uint64_t expected_mark);

 private:
  DocumentReader& reader_;
  std::uint64_t passed_ = 0;  // documents before the first of marks_
  std::deque<std::uint64_t> marks_ = {0};
};

}  // namespace unspin
