// Term consistency: whether a rewrite has one rendering for one term, whichever it is. Of the terms
// that have a rendering in two places or more, the share of these places with the rendering that
// most of them have. Kept and inflected are one rendering; what was lost has none.
//
// One term, one name is the first rule of technical writing and of translation (ISO 704). Low: a
// rewrite that varies its terms for variety's sake; high and far from the source: a fixed table of
// synonyms.
#include "engine/score/scorer.hpp"
#include "scorers/term/terms.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"most_alike"}, {"rendered"}};
enum Layout { most_alike, rendered };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  for (const TermFate& fate : pair.shared(find_term_fates)) {
    const std::uint32_t with_rendering = fate.record.occurrences - fate.record.lost;
    if (with_rendering >= 2) {
      out[most_alike] += fate.most_alike;
      out[rendered] += with_rendering;
    }
  }
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[rendered] > 0 ? stats[most_alike] / stats[rendered] : no_value;
}

}  // namespace

extern constinit const Scorer term_consistency_scorer{
    .info = {.name = "term_consistency",
             .family = Family::term,
             .summary = "share of the renderings of terms that are their term's usual one",
             .source = "this project; terms by C-value (Frantzi et al. 2000)",
             .range = {0, 1},
             .identity = 1,
             .undefined_when = "no term of the source has a rendering in two places of the rewrite",
             .definition = "Of the terms that have a rendering in two places of the rewrite or "
                           "more: the places with the rendering that most of them have, divided "
                           "by all these places. Kept and inflected are one rendering; what was "
                           "lost has none.",
             .cost = "after the word alignment, which the family shares: time and memory O(m + "
                     "n)",
             .example = {"A solar panel is cheap. Each solar panel lasts. They sell a solar panel.",
                         "A solar panel is cheap. Each sun board lasts. They sell solar panels.",
                         2.0 / 3}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
