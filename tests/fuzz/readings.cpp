#include "tests/fuzz/readings.hpp"

#include <algorithm>
#include <simdjson.h>
#include <tuple>

#include "tests/fuzz/input.hpp"
#include "tests/fuzz/promise.hpp"

namespace unspin::fuzz {
namespace {

void check_document(const Document& document, const DocumentLimits& limits) {
  promise(document.bytes.size() <= limits.most_bytes, "no document is over the limit");
  for (const std::string* each : {&document.id, &document.address, &document.date}) {
    promise(is_well_formed(*each), "what is said of a document is well-formed UTF-8");
  }
  for (const auto& [name, json] : document.metadata) {
    promise(is_well_formed(name) && is_json(json), "other fields are JSON");
  }
}

/// Without the name of the file, which an id may begin with.
auto facts_of(const Document& document) {
  std::string_view id = document.id;
  if (id.starts_with(document.file)) {
    id.remove_prefix(document.file.size());
  }
  return std::tuple(id, document.offset, document.line, std::tie(document.address, document.date),
                    std::tie(document.media_type, document.charset),
                    std::tie(document.bytes, document.metadata));
}

}  // namespace

Reading read_all(DocumentReader& reader, const DocumentLimits& limits) {
  Reading reading;
  Document document;
  while (reader.next(document, reading.issues)) {
    check_document(document, limits);
    reading.documents.push_back(document);
  }
  promise(!reader.next(document, reading.issues), "the end stays the end");
  promise(!reader.total() || reader.consumed() <= *reader.total(), "no more is read than is there");
  for (const DocumentIssue& issue : reading.issues) {
    promise(!issue.code.empty() && is_well_formed(issue.message), "issues say what is wrong");
  }
  return reading;
}

bool begin_alike(const Reading& one, const Reading& other, std::size_t count) {
  return one.documents.size() >= count && other.documents.size() >= count &&
         std::equal(
             one.documents.begin(), one.documents.begin() + static_cast<std::ptrdiff_t>(count),
             other.documents.begin(),
             [](const Document& a, const Document& b) { return facts_of(a) == facts_of(b); });
}

bool is_json(std::string_view text) {
  static simdjson::dom::parser parser;
  const simdjson::error_code error = parser.parse(simdjson::padded_string(text)).error();
  return error == simdjson::SUCCESS || error == simdjson::NUMBER_ERROR;
}

}  // namespace unspin::fuzz
