// What became of the terms, names, numbers, addresses and quotations of the original, for a person
// at a terminal. A section without anything to say leaves no line; the others end in an empty one.
#pragma once

#include "engine/report/line_writer.hpp"
#include "engine/score/evidence.hpp"

namespace unspin {

/// The most frequent terms, and what became of each.
void put_terms(const std::vector<TermRecord>& terms, bool all, LineWriter& lines);

/// A line for each kind of thing that the original has: the first few that were not kept as they
/// are, or all of them, and how many were. Other right forms (1,000 as 1000) count as kept.
void put_things(const Evidence& evidence, bool all, LineWriter& lines);

/// A section for each kind of thing that the original has, with a line for each of them.
void put_all_things(const Evidence& evidence, LineWriter& lines);

}  // namespace unspin
