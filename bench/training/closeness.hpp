// How close a pair is, by figures alone: what tells honest copies, rewordings and unrelated texts
// apart once it is known that nobody spun anything.
#pragma once

#include "bench/training/training_row.hpp"
#include "engine/score/prepared_pair.hpp"

namespace unspin::training {

/// verbatim: .93 of the shorter text's words kept in place and .8 of the rewrite's 3-grams the
/// source's; unrelated: jaccard under .25, under .35 kept, containment under .15; else paraphrase.
PairLabel honest_label(PreparedPair& pair);

/// Short replacements for each 100 source words, all and those of content words.
struct Density {
  double naive = 0, content = 0;
};
Density density_of(PreparedPair& pair);

}  // namespace unspin::training
