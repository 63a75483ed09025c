// What a reader of documents gave, read to its end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/io/document.hpp"

namespace unspin::fuzz {

struct Reading {
  std::vector<Document> documents;
  std::vector<DocumentIssue> issues;
};

/// Checks on the way what every reader promises: that it ends and stays at its end, that no
/// document is over the limit, that what it says of documents is well-formed UTF-8, and their
/// other fields JSON.
Reading read_all(DocumentReader& reader, const DocumentLimits& limits);

/// Whether the first `count` documents are the same, whatever their files are called.
bool begin_alike(const Reading& one, const Reading& other, std::size_t count);

/// Whether this is one JSON value; a number too large for a parser is one, too.
bool is_json(std::string_view text);

}  // namespace unspin::fuzz
