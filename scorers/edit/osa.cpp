// OSA similarity: 1 − d / max(|source|, |rewrite|), with d the optimal string alignment distance of
// the code points: the fewest insertions, deletions, substitutions and swaps of two neighbours, no
// place being edited twice ("ca" → "abc" is 3, not 2; see damerau). Hyyrö 2003; RapidFuzz's
// OSA.normalized_similarity, to the last bit.
#include "scorers/edit/code_points.hpp"
#include "scorers/edit/normalised_distance.hpp"

namespace unspin {
namespace {

using namespace normalised_distance;

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  const TokenSpan source = pair.tokens(code_points, TextIndex::source);
  const TokenSpan rewrite = pair.tokens(code_points, TextIndex::rewrite);
  if (source.size() * rewrite.size() > pair.limits().edit_cells) {
    return Measured::over_budget;
  }
  out[distance] =
      static_cast<double>(pair.bit_parallel().optimal_string_alignment(source, rewrite));
  out[length] = static_cast<double>(std::max(source.size(), rewrite.size()));
  return Measured::done;
}

}  // namespace

extern constinit const Scorer osa_scorer{
    .info = {.name = "osa",
             .family = Family::edit,
             .summary = "as levenshtein; a swap of neighbours is one edit",
             .source = "Hyyrö 2003; RapidFuzz",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .symmetric = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "1 − d / length of the longer text, with d the fewest insertions, "
                           "deletions, substitutions and swaps of neighbouring code points, no "
                           "place being edited twice.",
             .cost = "time O(⌈m/64⌉ · n), memory O(m + n)",
             .example = {"from", "form", 0.75}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
