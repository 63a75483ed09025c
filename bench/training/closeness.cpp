#include "bench/training/closeness.hpp"

#include <algorithm>
#include <vector>

#include "scorers/catalogue.hpp"

namespace unspin::training {
namespace {

double kept_share(PreparedPair& pair) {
  const std::size_t source = pair.words(TextIndex::source).size();
  const std::size_t shorter = std::min(source, pair.words(TextIndex::rewrite).size());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < source; ++i) {
    kept += pair.alignment().is_kept(i) ? 1u : 0u;
  }
  return shorter > 0 ? static_cast<double>(kept) / static_cast<double>(shorter) : 0;
}

}  // namespace

PairLabel honest_label(PreparedPair& pair) {
  static const std::vector<Selected> metrics = [] {
    std::vector<Selected> selected;
    select("containment", selected);
    select("jaccard", selected);
    return selected;
  }();
  if (pair.words(TextIndex::source).id == pair.words(TextIndex::rewrite).id) {
    return PairLabel::verbatim;
  }
  std::vector<Score> scores;
  score_pair(pair, metrics, scores);
  const double containment = scores[0].values[0], jaccard = scores[1].values[0];
  const double kept = kept_share(pair);
  if (kept >= 0.93 && containment >= 0.8) {
    return PairLabel::verbatim;
  }
  const bool is_unrelated = jaccard < 0.25 && kept < 0.35 && containment < 0.15;
  return is_unrelated ? PairLabel::unrelated : PairLabel::paraphrase;
}

Density density_of(PreparedPair& pair) {
  const auto words = static_cast<double>(pair.words(TextIndex::source).size());
  if (words == 0) {
    return {};
  }
  const SwapTable& swaps = pair.swaps();
  return {100 * swaps.short_replacements / words, 100 * swaps.content_replacements / words};
}

}  // namespace unspin::training
