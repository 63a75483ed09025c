// WER, word error rate: the fewest insertions, deletions and substitutions of words that turn the
// reference into the rewrite, for each word of the reference. Words are what stands between white
// space, as it is written. Of several references the nearest counts. An empty reference counts as
// one word, so that every word of the rewrite is an error, and none is none (as in jiwer 4).
#include "engine/score/scorer.hpp"
#include "engine/text/plain_tokenizations.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"edits"}, {"ref_len"}};
enum Layout { edits, reference_length };

double rate(double edit_count, double length) { return edit_count / std::max(length, 1.0); }

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  const TokenSpan hypothesis = pair.tokens(pieces, TextIndex::rewrite);
  for (std::size_t i = 0; i < pair.reference_count(); ++i) {
    const TokenSpan reference = pair.tokens(pieces, pair.reference(i));
    if (hypothesis.size() * reference.size() > pair.limits().edit_cells) {
      return Measured::over_budget;
    }
    const auto needed = static_cast<double>(pair.bit_parallel().levenshtein(reference, hypothesis));
    const auto length = static_cast<double>(reference.size());
    if (i == 0 || rate(needed, length) < rate(out[edits], out[reference_length])) {
      out[edits] = needed;
      out[reference_length] = length;
    }
  }
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = rate(stats[edits], stats[reference_length]);
}

}  // namespace

extern constinit const Scorer wer_scorer{
    .info = {.name = "wer",
             .family = Family::edit,
             .summary = "edits for each reference word",
             .source = "Levenshtein 1966; jiwer",
             .range = {0, std::numeric_limits<double>::infinity()},
             .identity = 0,
             .higher_is_closer = false,
             .takes_references = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "Edits / words of the reference, with the fewest insertions, "
                           "deletions and substitutions. Words are what stands between white "
                           "space, as written. Of several references the nearest counts. An "
                           "empty reference counts as one word.",
             .cost = "time O(⌈m/64⌉ · n), memory O(m + n)",
             .example = {"the cat sat down", "the dog sat", 0.5}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
