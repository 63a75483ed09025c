#include "engine/report/finding_merge.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <simdjson.h>
#include <tuple>
#include <utility>

#include "engine/io/error.hpp"
#include "engine/report/finding_report.hpp"

namespace unspin {
namespace {

namespace ondemand = simdjson::ondemand;

std::string_view text_of(simdjson::dom::object object, std::string_view name) {
  std::string_view text;
  return object[name].get(text) ? std::string_view() : text;
}

/// Pages by file, then by place in it, then by what they are called. The bytes sort like the parts.
std::string page_order(simdjson::dom::object page) {
  std::uint64_t place = 0;
  if (page["offset"].get(place) != simdjson::SUCCESS &&
      page["line"].get(place) != simdjson::SUCCESS) {
    place = 0;
  }
  return fmt::format("{}{:c}{:020}{}{:c}{}", text_of(page, "file"), '\0', place,
                     text_of(page, "id"), '\0', text_of(page, "address"));
}

/// A value's own bytes: written anew, its numbers could be spelled otherwise.
std::string_view raw(ondemand::value value) {
  switch (value.type().value()) {
    case ondemand::json_type::object:
      return value.get_object().value().raw_json().value();
    case ondemand::json_type::array:
      return value.get_array().value().raw_json().value();
    default:
      return value.raw_json_token();
  }
}

/// The lines that findings.jsonl has for a filter's line; as many as there are findings, if it is
/// one.
std::vector<std::string> lines_of_row(const simdjson::padded_string& row) {
  std::vector<std::string> ids, findings;
  std::string page, hidden_text, signature;
  ondemand::parser parser;
  ondemand::document document = parser.iterate(row).value();
  ondemand::object members = document.get_object().value();
  for (ondemand::field member : members) {
    const std::string_view name = member.unescaped_key().value();
    if (name == "page") {
      page = raw(member.value());
    } else if (name == "hidden_text") {
      hidden_text = raw(member.value());
    } else if (name == "signature") {
      signature = raw(member.value());
    } else if (name == "findings") {
      ondemand::array all = member.value().get_array().value();
      for (ondemand::object finding : all) {
        std::string& id = ids.emplace_back();
        std::string& text = findings.emplace_back();
        for (ondemand::field part : finding) {
          const std::string_view key = part.unescaped_key().value();
          (key == "id" ? id : text) += fmt::format(",\"{}\":{}", key, raw(part.value()));
        }
      }
    }
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    findings[i] =
        fmt::format("{{\"schema\":{}{},\"page\":{}{},\"hidden_text\":{},\"signature\":{}}}",
                    findings_schema, ids[i], page, findings[i], hidden_text, signature);
  }
  return findings;
}

}  // namespace

void FindingMerge::add(std::string_view line, const std::string& place) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(line);
  simdjson::dom::object object;
  simdjson::dom::object page;
  simdjson::dom::array findings;
  const auto refuse = [&] {
    throw Error(
        ErrorCode::unreadable_input,
        fmt::format("{}: this is neither a finding nor a line of unspin audit --stdin", place),
        "Name folders that unspin audit wrote, or what it wrote with --stdin.");
  };
  if (parser.parse(padded).get(object)) {
    refuse();
  }
  if (!object["issues"].error()) {
    ++broken_;
    return;
  }
  if (object["page"].get(page)) {
    refuse();
  }
  expect_signature(text_of(object, "signature"), place);
  const auto keep_finding = [&](simdjson::dom::object finding, std::string_view text) {
    simdjson::dom::object original;
    simdjson::dom::object verdict;
    if (finding["original"].get(original) || finding["verdict"].get(verdict)) {
      refuse();
    }
    keep({.page = page_order(page),
          .original = std::string(text_of(original, "id")),
          .is_spun = text_of(verdict, "label") == "spun"},
         text);
  };
  if (object["findings"].get(findings)) {
    keep_finding(object, line);
    return;
  }
  ++pages_;
  std::vector<std::string> texts;
  try {
    texts = lines_of_row(padded);
  } catch (const simdjson::simdjson_error&) {
    refuse();
  }
  std::size_t next = 0;
  for (const simdjson::dom::element element : findings) {
    simdjson::dom::object finding;
    if (element.get(finding) || next == texts.size()) {
      refuse();
    }
    keep_finding(finding, texts[next++]);
  }
}

void FindingMerge::expect_signature(std::string_view signature, const std::string& place) {
  if (first_place_.empty()) {
    signature_ = signature;
    first_place_ = place;
  }
  if (signature != signature_) {
    throw Error(ErrorCode::usage,
                fmt::format("{} was made with other settings than {}: {}; {}", place, first_place_,
                            signature, signature_),
                "Make all parts with the same program, index and settings.");
  }
}

void FindingMerge::keep(Line line, std::string_view text) {
  line.offset = lines_.size();
  line.size = text.size();
  lines_.write(text);
  order_.push_back(std::move(line));
}

void FindingMerge::write(Sink& sink) {
  const std::string_view lines = lines_.bytes();
  const auto text_of_line = [&](const Line& line) { return lines.substr(line.offset, line.size); };
  std::ranges::sort(order_, [&](const Line& a, const Line& b) {
    return std::tuple(std::string_view(a.page), std::string_view(a.original), text_of_line(a)) <
           std::tuple(std::string_view(b.page), std::string_view(b.original), text_of_line(b));
  });
  const auto repeated = std::ranges::unique(
      order_, [&](const Line& a, const Line& b) { return text_of_line(a) == text_of_line(b); });
  order_.erase(repeated.begin(), repeated.end());
  const Line* before = nullptr;
  for (const Line& line : order_) {
    sink.write(text_of_line(line));
    sink.write("\n");
    copied_pages_ += before == nullptr || before->page != line.page ? 1u : 0u;
    Copies& copies = copies_[line.original];
    ++copies.pages;
    ++(line.is_spun ? copies.spun : copies.verbatim);
    before = &line;
  }
}

}  // namespace unspin
