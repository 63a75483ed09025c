// An alignment put into words, and what must be true of any.
#pragma once

#include <cstdint>
#include <string>

#include "engine/score/prepared_pair.hpp"

namespace unspin::testing {

/// The words of a text from `begin` to `end`, folded, joined by blanks.
std::string words_of(PreparedPair& pair, TextIndex which, std::uint32_t begin, std::uint32_t end);

/// The beads by the numbers of their sentences, from 1: "1=1 2-3=2" for linked ones, '~' for moved
/// ones, '?' for gaps. Dropped and inserted sentences have nothing on one side: "4?", "?3".
std::string beads_of(PreparedPair& pair);

/// What is wrong with the alignment, its changes or its swaps; empty if nothing is: beads part
/// either text, ascending by source; links never leave a bead nor cross in one; to_source is the
/// inverse of to_rewrite; each word that was not kept is in one change; swaps do not overlap and
/// stay within beads that follow each other.
std::string flaw_of(PreparedPair& pair);

/// Swaps that do not have the words of their row, and rows that do not count theirs; empty if there
/// are none.
std::string flaw_of_rows(PreparedPair& pair);

/// How many words are aligned with any, with the same one, and with a form of it.
std::size_t links_of(PreparedPair& pair);
std::size_t identical_links_of(PreparedPair& pair);
std::size_t kept_words_of(PreparedPair& pair);
std::size_t kept_content_words_of(PreparedPair& pair);

}  // namespace unspin::testing
