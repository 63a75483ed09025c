#include "engine/report/terminal_scores.hpp"

#include <cmath>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/printable.hpp"

namespace unspin {
namespace {

std::string shown_number(double value) {
  if (std::isnan(value)) {
    return "–";
  }
  return std::fabs(value) < 2 ? fmt::format("{:.3f}", value) : fmt::format("{:.1f}", value);
}

}  // namespace

void put_scores(const PairResult& result, LineWriter& lines) {
  bool any = false;
  for (const Family family : {Family::ngram, Family::edit, Family::term, Family::spin}) {
    bool first = true;
    for (std::size_t i = 0; i < result.selected.size(); ++i) {
      const Selected& selected = result.selected[i];
      if (selected.scorer->info.family != family) {
        continue;
      }
      const std::string number = shown_number(result.scores[i].values[selected.scorer->primary]);
      if (!first &&
          lines.column() + 3 + columns_of(selected.key) + 1 + columns_of(number) > lines.width()) {
        lines.end_line();
        first = true;
      } else if (first) {
        lines.put(name_of(family), Tone::strong);
      }
      lines.pad_to(7);
      if (!first) {
        lines.skip(3);
      }
      lines.put(shortened(printable(selected.key), lines.width() - 20), Tone::faint);
      lines.skip(1);
      lines.put(number);
      first = false;
      any = true;
    }
    if (!first) {
      lines.end_line();
    }
  }
  if (any) {
    lines.end_line();
  }
}

void put_notes(const PairResult& result, LineWriter& lines) {
  std::vector<std::string> all;
  for (const RowIssue& issue : result.all_issues()) {
    all.push_back(issue.message);
  }
  for (std::size_t i = 0; i < result.selected.size(); ++i) {
    const std::string_view why = result.scores[i].missing_because(*result.selected[i].scorer);
    if (!why.empty()) {
      all.push_back(fmt::format("{}: no value, {}", result.selected[i].key, why));
    }
  }
  for (const std::string& note : all) {
    lines.put("Note", Tone::warning);
    lines.pad_to(6);
    lines.wrapped(printable(note), 6);
  }
  if (!all.empty()) {
    lines.end_line();
  }
}

}  // namespace unspin
