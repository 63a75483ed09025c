// Containment: the share of the rewrite's distinct word n-grams that occur in the source,
// |S ∩ R| / |R|. Broder 1997, "On the resemblance and containment of documents". A rewrite too
// short for one n-gram contains nothing of the source (0), unless it is the same few words (1).
#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

enum Setting { n };
constexpr Parameter parameters[] = {{.name = "n",
                                     .kind = Parameter::Kind::integer,
                                     .default_value = 3,
                                     .least = 1,
                                     .most = highest_ngram_order,
                                     .summary = "words in an n-gram"}};
constexpr Statistic statistics[] = {{"common"}, {"rewrite"}};
enum Layout { common, in_rewrite };

Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  const DistinctOverlap& overlap = pair.distinct_overlap(settings.count(n));
  out[common] = static_cast<double>(overlap.both);
  out[in_rewrite] = static_cast<double>(overlap.second);
  if (overlap.second == 0) {
    out[in_rewrite] = 1;
    out[common] = pair.words(TextIndex::source).id == pair.words(TextIndex::rewrite).id ? 1 : 0;
  }
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[in_rewrite] > 0 ? stats[common] / stats[in_rewrite] : 0;
}

}  // namespace

extern constinit const Scorer containment_scorer{
    .info = {.name = "containment",
             .family = Family::ngram,
             .summary = "share of the rewrite's distinct word 3-grams that the source has",
             .source = "Broder 1997",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .definition = "|S ∩ R| / |R| over the sets of word n-grams. A rewrite too short "
                           "for one is contained (1) only if it is the same few words.",
             .cost = "time and memory O(n-gram length · (m + n))",
             .example = {"the cat sat on the mat", "the cat sat on a mat", 0.5}},
    .parameters = parameters,
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
