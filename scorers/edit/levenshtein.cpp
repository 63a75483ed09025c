// Levenshtein similarity: 1 − d / max(|source|, |rewrite|), with d the fewest insertions, deletions
// and substitutions that turn one text into the other. Over code points (levenshtein) or over words
// (word_levenshtein). Levenshtein 1966; code points as RapidFuzz's
// Levenshtein.normalized_similarity.
#include "scorers/edit/code_points.hpp"
#include "scorers/edit/normalised_distance.hpp"

namespace unspin {
namespace {

using namespace normalised_distance;

Measured measure(PreparedPair& pair, TokenSpan source, TokenSpan rewrite, std::span<double> out) {
  if (source.size() * rewrite.size() > pair.limits().edit_cells) {
    return Measured::over_budget;
  }
  out[distance] = static_cast<double>(pair.bit_parallel().levenshtein(source, rewrite));
  out[length] = static_cast<double>(std::max(source.size(), rewrite.size()));
  return Measured::done;
}

Measured measure_code_points(PreparedPair& pair, const Settings&, std::span<double> out) {
  return measure(pair, pair.tokens(code_points, TextIndex::source),
                 pair.tokens(code_points, TextIndex::rewrite), out);
}

Measured measure_words(PreparedPair& pair, const Settings&, std::span<double> out) {
  return measure(pair, pair.words(TextIndex::source).id, pair.words(TextIndex::rewrite).id, out);
}

}  // namespace

extern constinit const Scorer levenshtein_scorer{
    .info = {.name = "levenshtein",
             .family = Family::edit,
             .summary = "1 − edits / length, over code points",
             .source = "Levenshtein 1966; RapidFuzz",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .symmetric = true,
             .reads_raw_text = true,
             .definition = "1 − d / length of the longer text, with d the fewest insertions, "
                           "deletions and substitutions of code points.",
             .cost = "time O(⌈m/64⌉ · n), memory O(m + n)",
             .example = {"kitten", "sitting", 1 - 3.0 / 7}},
    .statistics = statistics,
    .measure = measure_code_points,
    .finish = finish};

extern constinit const Scorer word_levenshtein_scorer{
    .info = {.name = "word_levenshtein",
             .family = Family::edit,
             .summary = "1 − edits / length, over words",
             .source = "Levenshtein 1966",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .symmetric = true,
             .definition = "1 − d / length of the longer text, with d the fewest insertions, "
                           "deletions and substitutions of words.",
             .cost = "time O(⌈m/64⌉ · n), memory O(m + n)",
             .example = {"the cat sat down", "the dog sat", 0.5}},
    .statistics = statistics,
    .measure = measure_words,
    .finish = finish};

}  // namespace unspin
