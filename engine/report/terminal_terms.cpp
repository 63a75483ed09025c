#include "engine/report/terminal_terms.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <string>
#include <string_view>

#include "engine/report/printable.hpp"
#include "engine/report/things.hpp"

namespace unspin {
namespace {

constexpr std::size_t terms_shown = 8;
constexpr std::size_t term_columns = 27;
constexpr std::size_t changes_shown = 4;    // of one kind of thing
constexpr std::size_t change_columns = 40;  // of either text of a change; a quotation may be long

std::string times(const TermRecord::Rendering& rendering) {
  return fmt::format("×{}{}", rendering.count, rendering.is_forbidden ? " (forbidden)" : "");
}

std::string fate_of(const TermRecord& term) {
  if (term.kept == term.occurrences) {
    return "all kept";
  }
  std::string fate;
  const auto add = [&fate](const std::string& part) { fate += (fate.empty() ? "" : ", ") + part; };
  if (term.kept > 0) {
    add(fmt::format("kept {}", term.kept));
  }
  if (term.inflected > 0) {
    add(fmt::format("inflected {}", term.inflected));
  }
  if (term.variants > 0) {
    add(fmt::format("allowed {}", term.variants));
  }
  for (const auto& near_miss : term.near_misses) {
    add(fmt::format("~ {} {}", printable(near_miss.text), times(near_miss)));
  }
  for (const auto& replacement : term.replaced) {
    add(fmt::format("→ {} {}", printable(replacement.text), times(replacement)));
  }
  if (term.lost > 0) {
    add(fmt::format("lost {}", term.lost));
  }
  return fate;
}

std::string cut(std::string_view text) { return shortened(printable(text), change_columns); }

/// What was not kept: "Erica → Erika ×1 (near miss)", "Erica lost ×2".
std::vector<std::string> changes_of(std::span<const TermRecord> things) {
  std::vector<std::string> changes;
  for (const TermRecord& thing : things) {
    for (const auto& near_miss : thing.near_misses) {
      changes.push_back(fmt::format("{} → {} {} (near miss)", cut(thing.term), cut(near_miss.text),
                                    times(near_miss)));
    }
    for (const auto& replacement : thing.replaced) {
      changes.push_back(
          fmt::format("{} → {} {}", cut(thing.term), cut(replacement.text), times(replacement)));
    }
    if (thing.lost > 0) {
      changes.push_back(fmt::format("{} lost ×{}", cut(thing.term), thing.lost));
    }
  }
  return changes;
}

std::string account_of(std::span<const TermRecord> things, bool all) {
  const auto [occurrences, kept] = preserved(things);
  if (kept == occurrences) {
    return fmt::format("all {} kept", kept);
  }
  const std::vector<std::string> changes = changes_of(things);
  const std::size_t shown = all ? changes.size() : std::min(changes_shown, changes.size());
  std::string account;
  for (const std::string& change : std::span(changes).first(shown)) {
    account += change + ", ";
  }
  if (shown < changes.size()) {
    account += fmt::format("… {} more (--all), ", changes.size() - shown);
  }
  return account + fmt::format("{} of {} kept", kept, occurrences);
}

void put_heading(std::string_view name, std::string_view note, LineWriter& lines) {
  lines.put(name, Tone::strong);
  lines.skip(2);
  lines.wrapped(note, 7, Tone::faint);
}

/// The thing, how often it occurs and what became of it. A long one is cut unless it is to be
/// `whole`.
void put_record(const TermRecord& record, bool whole, LineWriter& lines) {
  const std::string name = printable(record.term);
  lines.skip(2);
  if (whole && columns_of(name) > term_columns) {
    lines.wrapped(name, 4);
  } else {
    lines.put(shortened(name, term_columns));
  }
  lines.pad_to(30);
  lines.put(fmt::format("{:>3}", record.occurrences));
  // What became of it stands beside it, or on a narrow screen below it.
  const bool is_wide = lines.width() >= 60;
  if (is_wide) {
    lines.skip(2);
  } else {
    lines.end_line();
    lines.skip(4);
  }
  lines.wrapped(fate_of(record), is_wide ? 35 : 4);
}

}  // namespace

void put_terms(const std::vector<TermRecord>& terms, bool all, LineWriter& lines) {
  if (terms.empty()) {
    return;
  }
  const bool has_glossary = std::ranges::any_of(terms, &TermRecord::is_from_glossary);
  put_heading("Terms",
              has_glossary ? "of the glossary, and of several words that the original repeats"
                           : "of several words that the original repeats",
              lines);
  const std::size_t shown = all ? terms.size() : std::min(terms_shown, terms.size());
  for (const TermRecord& term : std::span(terms).first(shown)) {
    put_record(term, all, lines);
  }
  lines.end_list(terms.size() - shown);
}

void put_all_things(const Evidence& evidence, LineWriter& lines) {
  for (const auto& [name, records] : things_of(evidence)) {
    if (records.empty()) {
      continue;
    }
    const auto [occurrences, kept] = preserved(records);
    put_heading(name, fmt::format("{} of {} kept", kept, occurrences), lines);
    for (const TermRecord& record : records) {
      put_record(record, true, lines);
    }
    lines.end_line();
  }
}

void put_things(const Evidence& evidence, bool all, LineWriter& lines) {
  bool any = false;
  for (const auto& [name, records] : things_of(evidence)) {
    if (!records.empty()) {
      lines.put(name, Tone::strong);
      lines.pad_to(9);
      lines.wrapped(account_of(records, all), 11);
      any = true;
    }
  }
  if (any) {
    lines.end_line();
  }
}

}  // namespace unspin
