// Words of the rewrite for each word of the source. Spun copies stay between .91 and 1.11; people
// who retell, simplify or summarise mostly do not.
#include <limits>

#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"rewrite_words"}, {"source_words"}};
enum Layout { rewrite_words, source_words };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  out[rewrite_words] = static_cast<double>(pair.words(TextIndex::rewrite).size());
  out[source_words] = static_cast<double>(pair.words(TextIndex::source).size());
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[source_words] > 0 ? stats[rewrite_words] / stats[source_words] : no_value;
}

}  // namespace

extern constinit const Scorer length_ratio_scorer{
    .info = {.name = "length_ratio",
             .family = Family::spin,
             .summary = "words of the rewrite for each word of the source",
             .source = "this project",
             .range = {0, std::numeric_limits<double>::infinity()},
             .identity = 1,
             .undefined_when = "the source has no words",
             .definition = "Words of the rewrite divided by words of the source.",
             .cost = "time and memory O(m + n)",
             .example = {"the cat sat down", "the cat sat", 0.75}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
