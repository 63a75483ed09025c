// Resemblance: the share of distinct word k-grams (shingles) of either text that both have,
// |S ∩ R| / |S ∪ R|. Broder 1997, "On the resemblance and containment of documents". Texts too
// short for a shingle resemble each other (1) only if they are the same few words; with k = 1 it is
// the Jaccard index.
#include <algorithm>

#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

enum Setting { k };
constexpr Parameter parameters[] = {{.name = "k",
                                     .kind = Parameter::Kind::integer,
                                     .default_value = 3,
                                     .least = 1,
                                     .most = highest_ngram_order,
                                     .summary = "words in a shingle"}};
constexpr Statistic statistics[] = {{"common"}, {"union"}};
enum Layout { common, all };

Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  const DistinctOverlap& overlap = pair.distinct_overlap(settings.count(k));
  out[common] = static_cast<double>(overlap.both);
  out[all] = static_cast<double>(overlap.first + overlap.second - overlap.both);
  if (out[all] == 0) {
    out[all] = 1;
    out[common] = pair.words(TextIndex::source).id == pair.words(TextIndex::rewrite).id ? 1 : 0;
  }
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[all] > 0 ? stats[common] / stats[all] : 0;
}

}  // namespace

extern constinit const Scorer resemblance_scorer{
    .info = {.name = "resemblance",
             .family = Family::ngram,
             .summary = "share of both texts' distinct word 3-grams that they have in common",
             .source = "Broder 1997",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .symmetric = true,
             .is_default = false,
             .definition = "|S ∩ R| / |S ∪ R| over the sets of word k-grams. Texts too short "
                           "for one resemble each other (1) only if they are the same few "
                           "words. With k = 1 it is jaccard.",
             .cost = "time and memory O(k · (m + n))",
             .example = {"the cat sat on the mat", "the cat sat on a mat", 1.0 / 3}},
    .parameters = parameters,
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
