// Term records as lines that a test can read: "Finley 2: kept 1, near Finlay".
#pragma once

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "engine/score/evidence.hpp"
#include "engine/score/prepared_pair.hpp"

namespace unspin::testing {

using Lines = std::vector<std::string>;

inline std::string described(const TermRecord& record) {
  std::string line = fmt::format("{} {}:", record.term, record.occurrences);
  const auto say = [&](std::string_view fate, std::uint32_t count) {
    if (count > 0) {
      line += fmt::format("{} {} {}", line.ends_with(':') ? "" : ",", fate, count);
    }
  };
  say("kept", record.kept);
  say("inflected", record.inflected);
  say("variant", record.variants);
  for (const auto& near : record.near_misses) {
    say("near " + near.text, near.count);
  }
  for (const auto& other : record.replaced) {
    say("replaced " + other.text, other.count);
  }
  say("lost", record.lost);
  return line;
}

inline Lines described(const std::vector<TermRecord>& records) {
  Lines lines;
  for (const TermRecord& record : records) {
    lines.push_back(described(record));
  }
  return lines;
}

/// What `find` finds in a pair.
inline Lines found(std::vector<TermRecord> (*find)(PreparedPair&), std::string_view source,
                   std::string_view rewrite, const Lexicon* lexicon = nullptr) {
  PreparedPair pair({}, lexicon);
  pair.assign({source, rewrite});
  return described(find(pair));
}

/// How often each thing occurs is what became of it, all in all.
inline bool fates_add_up(const std::vector<TermRecord>& records) {
  for (const TermRecord& record : records) {
    std::uint32_t fates = record.kept + record.inflected + record.variants + record.lost;
    for (const auto* renderings : {&record.near_misses, &record.replaced}) {
      for (const auto& rendering : *renderings) {
        fates += rendering.count;
      }
    }
    if (fates != record.occurrences) {
      return false;
    }
  }
  return true;
}

}  // namespace unspin::testing
