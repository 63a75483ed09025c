// Share of the kept words that still follow each other as in the source: the longest increasing
// subsequence of their places in the rewrite, over all of them. A spinner keeps the order, so its
// copies have 1; an editor who moves sentences has less.
#include <vector>

#include "engine/kernel/longest_increasing.hpp"
#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"in_order"}, {"kept"}};
enum Layout { in_order, kept };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  const Alignment& alignment = pair.alignment();
  std::vector<std::uint32_t> places;  // of the kept words in the rewrite
  for (std::size_t i = 0; i < alignment.to_rewrite.size(); ++i) {
    if (alignment.is_kept(i)) {
      places.push_back(alignment.to_rewrite[i]);
    }
  }
  out[in_order] = static_cast<double>(longest_increasing(places).size());
  out[kept] = static_cast<double>(places.size());
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[kept] > 0 ? stats[in_order] / stats[kept] : no_value;
}

}  // namespace

extern constinit const Scorer order_kept_scorer{
    .info = {.name = "order_kept",
             .family = Family::spin,
             .summary = "share of the kept words that follow each other as in the source",
             .source = "this project; Schensted 1961",
             .range = {0, 1},
             .identity = 1,
             .undefined_when = "no word was kept",
             .definition = "Length of the longest increasing subsequence of the kept words' "
                           "places in the rewrite, divided by the number of kept words.",
             .cost = "after the word alignment: time O(k · log k) for k kept words",
             .example = {"The old cat sat there. Two dogs barked at night.",
                         "Two dogs barked at night. The old cat sat there.", 0.5}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
