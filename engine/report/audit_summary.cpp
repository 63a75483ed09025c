#include "engine/report/audit_summary.hpp"

#include <array>
#include <simdjson.h>
#include <utility>

#include "engine/io/error.hpp"
#include "engine/report/json_writer.hpp"

namespace unspin {
namespace {

using Count = std::pair<std::string_view, std::uint64_t AuditSummary::*>;
constexpr std::array<Count, 4> counts = {{{"originals", &AuditSummary::originals},
                                          {"pages", &AuditSummary::pages},
                                          {"own_pages", &AuditSummary::own_pages},
                                          {"left_out", &AuditSummary::left_out}}};

}  // namespace

void AuditSummary::add(const AuditSummary& shard) {
  pages += shard.pages;
  own_pages += shard.own_pages;
  left_out += shard.left_out;
  for (const auto& [type, count] : shard.passed_over) {
    passed_over[type] += count;
  }
}

std::string audit_summary_text(const AuditSummary& summary) {
  std::string text;
  JsonWriter json(text, 2, 1);
  json.begin_object().key("schema").value(std::uint64_t{1});
  json.key("settings").value(summary.settings);
  for (const auto& [name, count] : counts) {
    json.key(name).value(summary.*count);
  }
  json.key("passed_over").begin_object();
  for (const auto& [type, count] : summary.passed_over) {
    json.key(type).value(count);
  }
  json.end_object().end_object();
  return text + '\n';
}

AuditSummary read_audit_summary(std::string_view json, const std::string& place) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  simdjson::dom::object types;
  AuditSummary summary;
  std::string_view settings;
  const simdjson::padded_string padded(json);
  bool is_whole = !parser.parse(padded).get(object) && !object["settings"].get(settings) &&
                  !object["passed_over"].get(types);
  if (is_whole) {
    summary.settings = settings;
    for (const auto& [name, count] : counts) {
      is_whole = is_whole && !object[name].get(summary.*count);
    }
    for (const auto& [type, count] : types) {
      is_whole = is_whole && !count.get(summary.passed_over[std::string(type)]);
    }
  }
  if (!is_whole) {
    throw Error(ErrorCode::unreadable_input, place + ": this is no summary of an audit",
                "Run the audit again.");
  }
  return summary;
}

}  // namespace unspin
