// The terms of made-up pairs.
#pragma once

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scorers/term/terms.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin::testing {

/// With a glossary's lines, if there are any.
inline std::vector<TermRecord> terms(const std::string& source, const std::string& rewrite,
                                     const std::string& glossary_lines = {}) {
  std::optional<Glossary> glossary;
  if (!glossary_lines.empty()) {
    const ScratchFolder folder;
    glossary = Glossary::read(folder.put("terms.tsv", glossary_lines));
  }
  PreparedPair pair({}, nullptr, glossary ? &*glossary : nullptr);
  pair.assign({source, rewrite});
  return find_terms(pair);
}

inline const TermRecord* find(const std::vector<TermRecord>& all, std::string_view term) {
  const auto found = std::ranges::find(all, term, &TermRecord::term);
  return found == all.end() ? nullptr : &*found;
}

/// "kept 2, inflected 1, variants 1, near excluders ×1, → grid ×1 (forbidden), lost 1"; only what
/// happened. "no such term" for a term that is not there.
inline std::string fate_of(std::string_view term, const std::vector<TermRecord>& all) {
  const TermRecord* record = find(all, term);
  if (record == nullptr) {
    return "no such term";
  }
  std::string told;
  const auto tell = [&told](const std::string& what) { told += (told.empty() ? "" : ", ") + what; };
  const auto tell_count = [&](const std::string& what, std::uint32_t count) {
    if (count > 0) {
      tell(what + " " + std::to_string(count));
    }
  };
  tell_count("kept", record->kept);
  tell_count("inflected", record->inflected);
  tell_count("variants", record->variants);
  for (const TermRecord::Rendering& one : record->near_misses) {
    tell("near " + one.text + " ×" + std::to_string(one.count));
  }
  for (const TermRecord::Rendering& one : record->replaced) {
    tell("→ " + one.text + " ×" + std::to_string(one.count) +
         (one.is_forbidden ? " (forbidden)" : ""));
  }
  tell_count("lost", record->lost);
  return told;
}

/// What the fates of a term's occurrences add up to.
inline std::uint32_t all_fates(const TermRecord& record) {
  std::uint32_t all = record.preserved() + record.lost;
  for (const auto* renderings : {&record.near_misses, &record.replaced}) {
    for (const TermRecord::Rendering& one : *renderings) {
      all += one.count;
    }
  }
  return all;
}

/// "a | b | c", the terms in their order.
inline std::string names_of(const std::vector<TermRecord>& all) {
  std::string names;
  for (const TermRecord& record : all) {
    names += (names.empty() ? "" : " | ") + record.term;
  }
  return names;
}

}  // namespace unspin::testing
