#include "engine/report/evidence_cells.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <string_view>

namespace unspin {
namespace {

constexpr std::size_t rows_told = 10;
constexpr std::size_t terms_told = 5;
constexpr std::size_t things_told = 5;
constexpr std::size_t renderings_told = 3;  // of one term or thing

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

void append_renderings(std::string_view sign, std::span<const TermRecord::Rendering> renderings,
                       std::string& fates) {
  for (const auto& rendering : renderings.first(std::min(renderings.size(), renderings_told))) {
    fmt::format_to(std::back_inserter(fates), ", {}{} x{}{}", sign, plain(rendering.text),
                   rendering.count, rendering.is_forbidden ? " forbidden" : "");
  }
}

/// What became of the occurrences that were not kept: ", ~ erika x1, anna x2, lost 1".
std::string changes_of(const TermRecord& record) {
  std::string fates;
  append_renderings("~ ", record.near_misses, fates);
  append_renderings("", record.replaced, fates);
  if (record.lost > 0) {
    fates += fmt::format(", lost {}", record.lost);
  }
  return fates;
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
    if (term.variants > 0) {
      fmt::format_to(out, ", allowed {}", term.variants);
    }
    cell += changes_of(term);
  }
  return cell;
}

std::string things_cell(const std::vector<TermRecord>& things) {
  std::string cell;
  std::size_t told = 0;
  for (const TermRecord& thing : things) {
    const std::string changes = changes_of(thing);
    if (changes.empty()) {
      continue;
    }
    if (told++ == things_told) {
      break;
    }
    // "Erica ~ Erika x1" needs no other sign between the two.
    cell += (cell.empty() ? "" : "; ") + plain(thing.term) + (thing.near_misses.empty() ? ":" : "");
    cell += std::string_view(changes).substr(1);
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
