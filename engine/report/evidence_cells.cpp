#include "engine/report/evidence_cells.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <string_view>

namespace unspin {
namespace {

constexpr std::size_t rows_told = 10;
constexpr std::size_t terms_told = 5;
constexpr std::size_t replacements_told = 3;  // of one term

/// The text without what separates.
std::string plain(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i] == '>') {
      out[i] = '_';
    } else if (out[i] == ';' && (i + 1 == out.size() || out[i + 1] == ' ')) {
      out[i] = ',';
    }
  }
  return out;
}

}  // namespace

std::string substitutions_cell(const std::vector<Substitution>& rows) {
  std::string cell;
  for (const Substitution& row : std::span(rows).first(std::min(rows.size(), rows_told))) {
    fmt::format_to(std::back_inserter(cell), "{}{}>{} x{} {}", cell.empty() ? "" : "; ",
                   plain(row.from), plain(row.to), row.count, name_of(row.kind));
  }
  return cell;
}

std::string terms_cell(const std::vector<TermRecord>& terms) {
  std::string cell;
  const auto out = std::back_inserter(cell);
  for (const TermRecord& term : std::span(terms).first(std::min(terms.size(), terms_told))) {
    fmt::format_to(out, "{}{}: kept {} of {}", cell.empty() ? "" : "; ", plain(term.term),
                   term.kept, term.occurrences);
    if (term.inflected > 0) {
      fmt::format_to(out, ", inflected {}", term.inflected);
    }
    const std::size_t told = std::min(term.replaced.size(), replacements_told);
    for (const auto& replacement : std::span(term.replaced).first(told)) {
      fmt::format_to(out, ", {} x{}", plain(replacement.text), replacement.count);
    }
    if (term.lost > 0) {
      fmt::format_to(out, ", lost {}", term.lost);
    }
  }
  return cell;
}

std::array<std::uint64_t, span_class_names.size()> words_by_class(
    std::span<const SpanRecord> spans) {
  std::array<std::uint64_t, span_class_names.size()> words{};
  for (const SpanRecord& span : spans) {
    words[static_cast<std::size_t>(span.span_class)] +=
        span.source.end_word - span.source.begin_word;
  }
  return words;
}

}  // namespace unspin
