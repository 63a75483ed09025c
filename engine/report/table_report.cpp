#include "engine/report/table_report.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <simdjson.h>

#include "engine/report/csv_cells.hpp"
#include "engine/report/evidence_cells.hpp"
#include "engine/report/json_writer.hpp"
#include "engine/report/things.hpp"

namespace unspin {
namespace {

/// Behind `id`, if there is a verdict. The last ones count the source's words in spans of a class.
constexpr auto verdict_columns = std::to_array<std::string_view>(
    {"label", "confidence", "p_spun", "substitutions", "terms", "names", "numbers", "urls",
     "quotes", "hidden_characters", "identical", "minor", "synonym", "rewritten"});
static_assert(std::ranges::equal(std::span(verdict_columns).last(span_class_names.size()),
                                 span_class_names));

}  // namespace

void TableReport::cell(std::string_view text, std::string& out) const {
  if (kind_ == Kind::tsv) {
    for (const char c : text) {
      switch (c) {
        case '\t':
          out += "\\t";
          break;
        case '\n':
          out += "\\n";
          break;
        case '\r':
          out += "\\r";
          break;
        default:
          out += c;
      }
    }
    return;
  }
  append_csv_cell(text, out);
}

bool TableReport::is_own_column(std::string_view name) const {
  return name == "issues" || std::ranges::find(verdict_columns, name) != verdict_columns.end() ||
         std::ranges::any_of(selected_, [&](const Selected& selected) {
           return name == selected.key || name.starts_with(selected.key + ".");
         });
}

/// A JSON string as its text, any other value as it is.
void TableReport::json_cell(std::string_view json, std::string& out) const {
  if (!json.starts_with('"')) {
    return cell(json, out);
  }
  thread_local simdjson::dom::parser parser;
  std::string_view text;
  if (parser.parse(json.data(), json.size()).get(text) == simdjson::SUCCESS) {
    cell(text, out);
  }
}

void TableReport::append_header(std::string& out) const {
  cell("id", out);
  if (has_verdict_) {
    for (const std::string_view name : verdict_columns) {
      end_cell(out);
      cell(name, out);
    }
  }
  for (const Selected& selected : selected_) {
    if (selected.scorer->values.empty()) {
      end_cell(out);
      cell(selected.key, out);
    }
    for (const std::string_view value : selected.scorer->values) {
      end_cell(out);
      cell(fmt::format("{}.{}", selected.key, value), out);
    }
  }
  if (!extra_columns_) {
    end_cell(out);
    cell("extra", out);
  }
  for (const std::string& column : extra_columns_.value_or(std::vector<std::string>{})) {
    end_cell(out);
    cell(is_own_column(column) ? "input_" + column : column, out);
  }
  end_cell(out);
  cell("issues", out);
  out += '\n';
}

void TableReport::append_row(const PairResult& result, std::string& out) const {
  json_cell(result.id, out);
  if (has_verdict_) {
    verdict_cells(*result.judgement, out);
  }
  for (std::size_t i = 0; i < selected_.size(); ++i) {
    for (std::size_t v = 0; v < selected_[i].scorer->value_count(); ++v) {
      end_cell(out);
      const double value = result.scores[i].values[v];
      if (std::isfinite(value)) {
        append_number(value, out);
      }
    }
  }
  extra_cells(result, out);
  end_cell(out);
  std::string issues;
  for (const RowIssue& issue : result.all_issues()) {
    issues += (issues.empty() ? "" : "; ") + issue.code + ": " + issue.message;
  }
  cell(issues, out);
  out += '\n';
}

void TableReport::verdict_cells(const Judgement& judgement, std::string& out) const {
  const auto& [verdict, evidence] = judgement;
  end_cell(out);
  cell(name_of(verdict.label), out);
  end_cell(out);
  if (verdict.confidence) {
    append_number(*verdict.confidence, out);
  }
  end_cell(out);
  if (verdict.probabilities) {
    append_number((*verdict.probabilities)[static_cast<std::size_t>(Label::spun)], out);
  }
  end_cell(out);
  cell(substitutions_cell(evidence.substitutions), out);
  end_cell(out);
  cell(terms_cell(evidence.terms), out);
  for (const Things& things : things_of(evidence)) {
    end_cell(out);
    cell(things_cell(things.records), out);
  }
  end_cell(out);
  fmt::format_to(std::back_inserter(out), "{}", evidence.rewrite_obfuscation.all());
  for (const std::uint64_t words : words_by_class(evidence.spans)) {
    end_cell(out);
    if (!evidence.spans.empty()) {
      fmt::format_to(std::back_inserter(out), "{}", words);
    }
  }
}

void TableReport::extra_cells(const PairResult& result, std::string& out) const {
  using Field = std::pair<std::string, std::string>;
  if (extra_columns_) {
    for (const std::string& column : *extra_columns_) {
      end_cell(out);
      const auto found = std::ranges::find(result.extra, column, &Field::first);
      if (found != result.extra.end()) {
        json_cell(found->second, out);
      }
    }
    return;
  }
  end_cell(out);
  if (result.extra.empty()) {
    return;
  }
  std::string object;
  JsonWriter json(object);
  json.begin_object();
  for (const auto& [name, value] : result.extra) {
    json.key(name).raw(value);
  }
  json.end_object();
  cell(object, out);
}

void TableReport::append_broken(std::string_view id, const RowIssue& issue,
                                std::string& out) const {
  json_cell(id, out);
  std::size_t empty = has_verdict_ ? verdict_columns.size() : 0;
  for (const Selected& selected : selected_) {
    empty += selected.scorer->value_count();
  }
  empty += extra_columns_ ? extra_columns_->size() : 1;
  for (std::size_t i = 0; i < empty; ++i) {
    end_cell(out);
  }
  end_cell(out);
  cell(fmt::format("line {}: {}: {}", issue.line, issue.code, issue.message), out);
  out += '\n';
}

}  // namespace unspin
