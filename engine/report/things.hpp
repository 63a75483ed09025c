// What a rewrite should keep beside the terms (names, numbers, addresses, quotations), as every
// report lists it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/score/evidence.hpp"

namespace unspin {

/// All things of one kind, and what a report calls them.
struct Things {
  std::string_view name;
  const std::vector<TermRecord>& records;
};

/// The four kinds in the order of every report. They live as long as the evidence.
inline std::array<Things, 4> things_of(const Evidence& evidence) {
  return {{{"names", evidence.names},
           {"numbers", evidence.numbers},
           {"urls", evidence.urls},
           {"quotes", evidence.quotes}}};
}

/// How often the things occur in the source, and how often the rewrite has them in a right form.
struct Preserved {
  std::uint64_t occurrences = 0, kept = 0;
};

inline Preserved preserved(std::span<const TermRecord> records) {
  Preserved sum;
  for (const TermRecord& record : records) {
    sum.occurrences += record.occurrences;
    sum.kept += record.preserved();
  }
  return sum;
}

}  // namespace unspin
