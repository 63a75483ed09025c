#include "engine/align/passages.hpp"

#include <algorithm>
#include <cmath>

namespace unspin {
namespace {

constexpr std::size_t most_passages = 3;
// Words of a side: shorter ones are headings, longer ones no quick read.
constexpr std::uint32_t shortest = 6, longest = 50;

int weight(const Substitution& row) {
  return !row.is_content ? 0 : row.is_constant ? 3 : row.kind == SwapKind::synonym ? 2 : 1;
}

}  // namespace

std::vector<Passage> telling_passages(const Alignment& alignment, const SwapTable& swaps) {
  struct Candidate {
    Passage passage;
    double weight;
  };
  std::vector<Candidate> candidates;
  std::size_t next = 0;
  for (const Bead& bead : alignment.beads) {
    int sum = 0;
    for (; next < swaps.swaps.size() && swaps.swaps[next].source_begin < bead.source_end; ++next) {
      sum += weight(swaps.rows[swaps.swaps[next].row]);
    }
    const std::uint32_t source_words = bead.source_end - bead.source_begin;
    const std::uint32_t rewrite_words = bead.rewrite_end - bead.rewrite_begin;
    if (sum > 0 && std::min(source_words, rewrite_words) >= shortest &&
        std::max(source_words, rewrite_words) <= longest) {
      candidates.push_back(
          {{bead.source_begin, bead.source_end, bead.rewrite_begin, bead.rewrite_end},
           sum / std::sqrt(source_words)});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
  candidates.resize(std::min(candidates.size(), most_passages));
  std::vector<Passage> passages;
  passages.reserve(candidates.size());
  for (const Candidate& candidate : candidates) {
    passages.push_back(candidate.passage);
  }
  std::sort(passages.begin(), passages.end(),
            [](const Passage& a, const Passage& b) { return a.source_begin < b.source_begin; });
  return passages;
}

}  // namespace unspin
