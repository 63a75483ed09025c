#include "tests/audit/truth.hpp"

#include <algorithm>

#include "engine/report/json_writer.hpp"
#include "tests/audit/json_lines.hpp"

namespace unspin::audit_set {
namespace {

Kind kind_named(std::string_view name) {
  const auto* const found = std::ranges::find(kind_names, name);
  if (found == std::end(kind_names)) {
    throw Error(ErrorCode::unreadable_input, fmt::format("there is no kind “{}”", name),
                "Make the test set again.");
  }
  return static_cast<Kind>(found - kind_names);
}

Span span_of(simdjson::dom::element row, const char* begin, const char* end) {
  return {std::uint64_t{row[begin]}, std::uint64_t{row[end]}};
}

}  // namespace

void write(const Truth& truth, Sink& sink) {
  std::string line;
  JsonWriter json(line);
  json.begin_object().key("page").value(truth.page).key("kind").value(name_of(truth.kind));
  json.key("style").value(truth.style).key("strength").value(truth.strength).key("original");
  truth.original.empty() ? json.null() : json.value(truth.original);
  json.key("copies").begin_array();
  for (const Copy& copy : truth.copies) {
    json.begin_object().key("original").value(copy.original);
    json.key("page_begin").value(std::uint64_t{copy.page.begin});
    json.key("page_end").value(std::uint64_t{copy.page.end});
    json.key("original_begin").value(std::uint64_t{copy.source.begin});
    json.key("original_end").value(std::uint64_t{copy.source.end}).end_object();
  }
  json.end_array().end_object();
  line += '\n';
  sink.write(line);
}

std::vector<Truth> read_truth(const std::string& file) {
  std::vector<Truth> all;
  for_each_line(file, [&](simdjson::dom::element row) {
    Truth& truth = all.emplace_back();
    truth.page = std::string_view(row["page"]);
    truth.kind = kind_named(std::string_view(row["kind"]));
    truth.style = std::string_view(row["style"]);
    truth.strength = double(row["strength"]);
    if (!row["original"].is_null()) {
      truth.original = std::string_view(row["original"]);
    }
    for (const simdjson::dom::element copy : simdjson::dom::array(row["copies"])) {
      truth.copies.push_back({.original = std::string(std::string_view(copy["original"])),
                              .page = span_of(copy, "page_begin", "page_end"),
                              .source = span_of(copy, "original_begin", "original_end")});
    }
  });
  return all;
}

}  // namespace unspin::audit_set
