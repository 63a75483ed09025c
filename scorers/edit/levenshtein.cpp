// Levenshtein similarity: 1 − d / max(|source|, |rewrite|), with d the fewest insertions, deletions
// and substitutions that turn one text into the other. Over code points (levenshtein) or over words
// (word_levenshtein). Levenshtein 1966; code points as RapidFuzz's
// Levenshtein.normalized_similarity.
#include "engine/score/scorer.hpp"
#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"distance"}, {"length"}};
enum Layout { distance, length };

void split_code_points(std::string_view text, TokenSink& out) {
  for (std::size_t at = 0; at < text.size();) {
    out.add_character(next_code_point(text, at));
  }
}

constexpr Tokenization code_points{"code points", split_code_points};

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

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[length] > 0 ? 1 - stats[distance] / stats[length] : 1;
}

}  // namespace

extern constinit const Scorer levenshtein_scorer{
    .info = {.name = "levenshtein",
             .family = Family::edit,
             .summary = "1 − edits / length, over code points",
             .source = "Levenshtein 1966; RapidFuzz",
             .range = {0, 1},
             .identity = 1,
             .symmetric = true,
             .reads_raw_text = true,
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
             .symmetric = true,
             .example = {"the cat sat down", "the dog sat", 0.5}},
    .statistics = statistics,
    .measure = measure_words,
    .finish = finish};

}  // namespace unspin
