// Text that a program has cut into pieces and nobody has put together again. Metrics that tokenize
// for themselves give such text a number that no other paper's can be compared with.
#pragma once

#include <span>
#include <string>

namespace unspin {

/// What the lines show of it, in words: "2950 of 3004 lines have a space before their comma or full
/// stop, such as line 1: “…”"; empty if they look like text as people write it. Marks: spaces
/// before comma and full stop (in over half of the lines that have any, and in five or more; or,
/// sacreBLEU's rule, in 100 that end so, if these are a hundredth of all); "@@ " of byte pair
/// encoding, "▁" of SentencePiece and escapes as "&apos;" (in a hundredth of the lines). Linear.
std::string tokenization_marks(std::span<const std::string> lines);

}  // namespace unspin
