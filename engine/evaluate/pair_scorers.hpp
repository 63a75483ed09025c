// Pairs in memory, scored again and again on any number of threads, to see how long it takes.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/io/pair_row.hpp"
#include "engine/score/judge.hpp"
#include "engine/score/results.hpp"

namespace unspin {

/// Metrics that are scored together, under a name.
struct Together {
  std::string name;
  std::vector<Selected> selected;
  const Judge* judge = nullptr;  ///< null: no verdict
  /// The source is a reference, too, of a pair that has none; for metrics that need some.
  bool source_stands_in = false;
};

/// What became of the pairs, by how often they were scored. Of several metrics, a pair counts by
/// the first that was measured.
struct Outcomes {
  std::size_t measured = 0, with_value = 0, over_budget = 0;
};

/// One scorer a thread; each keeps its memory, as in a long stream.
class PairScorers {
 public:
  /// Up to so many threads. The lexicon may be null, and must outlive this.
  PairScorers(int threads, const Lexicon* lexicon);
  ~PairScorers();

  /// Scores the pairs of these numbers so many times on so many threads, and throws the scores
  /// away. All passes are one queue, so that no thread waits for the others at the end of each.
  /// Throws what a scorer throws.
  Outcomes score(const Together& what, std::span<const PairRow> pairs,
                 std::span<const std::size_t> items, std::size_t passes, int threads);

  /// Words of source and rewrite.
  std::pair<std::size_t, std::size_t> words(const PairRow& row);

 private:
  class Scorer;
  std::vector<std::unique_ptr<Scorer>> scorers_;
};

}  // namespace unspin
