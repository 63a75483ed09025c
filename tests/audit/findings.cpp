#include "tests/audit/findings.hpp"

#include "tests/audit/json_lines.hpp"

namespace unspin::audit_set {
namespace {

Span span_of(simdjson::dom::element side) {
  return {std::uint64_t{side["begin"]}, std::uint64_t{side["end"]}};
}

}  // namespace

std::vector<Finding> read_findings(const std::string& file) {
  std::vector<Finding> findings;
  for_each_line(file, [&](simdjson::dom::element row) {
    Finding& finding = findings.emplace_back();
    finding.page = std::string_view(row["page"]["id"]);
    finding.original = std::string_view(row["original"]["id"]);
    finding.label = std::string_view(row["verdict"]["label"]);
    for (const simdjson::dom::element passage : simdjson::dom::array(row["passages"])) {
      finding.passages.push_back({span_of(passage["page"]), span_of(passage["original"])});
    }
  });
  return findings;
}

}  // namespace unspin::audit_set
