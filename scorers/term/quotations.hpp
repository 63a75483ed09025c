// The quotations of a source, and what a rewrite made of them.
#pragma once

#include <vector>

#include "engine/score/evidence.hpp"
#include "engine/score/prepared_pair.hpp"

namespace unspin {

/// Quotations: “…”, "…", «…», „…“ and ‘…’ with three to a hundred words in one paragraph. An
/// apostrophe ends none.
///
/// One record a distinct run of folded words, shown by its first sixty characters or so. Kept: the
/// same words stand in the rewrite without a gap, within quotation marks; a variant: without them.
/// A near miss: in place are at least four words in five, in order. Replaced: at least a third of
/// the words have something in their place. Lost: fewer. A quotation that occurs n times is kept no
/// more often than the rewrite has it. In order of first mention. Linear: a quotation that is not
/// in place is looked for by hashes of runs of its length, of which there are at most a hundred.
std::vector<TermRecord> find_quotes(PreparedPair& pair);

}  // namespace unspin
