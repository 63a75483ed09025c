#include "engine/evaluate/pair_scorers.hpp"

#include <algorithm>
#include <exception>
#include <omp.h>
#include <string_view>

namespace unspin {

class PairScorers::Scorer {
 public:
  explicit Scorer(const Lexicon* lexicon) : pair_({}, lexicon) {}

  void score(const PairRow& row, const Together& what) {
    references_.assign(row.references.begin(), row.references.end());
    if (what.source_stands_in && references_.empty()) {
      references_.emplace_back(row.source);
    }
    pair_.assign({row.source, row.rewrite, references_});
    score_pair(pair_, what.selected, scores_);
    if (what.judge != nullptr) {
      what.judge->judge(pair_);
    }
    count(what.selected);
  }

  std::pair<std::size_t, std::size_t> words(const PairRow& row) {
    pair_.assign({row.source, row.rewrite});
    return {pair_.words(TextIndex::source).size(), pair_.words(TextIndex::rewrite).size()};
  }

  Outcomes take_outcomes() { return std::exchange(outcomes_, {}); }

 private:
  void count(const std::vector<Selected>& selected) {
    const auto done = std::ranges::find(scores_, Measured::done, &Score::outcome);
    if (done != scores_.end()) {
      const auto metric = static_cast<std::size_t>(done - scores_.begin());
      ++outcomes_.measured;
      outcomes_.with_value += done->missing_because(*selected[metric].scorer).empty() ? 1U : 0U;
    } else if (scores_.front().outcome == Measured::over_budget) {
      ++outcomes_.over_budget;
    }
  }

  PreparedPair pair_;
  std::vector<std::string_view> references_;
  std::vector<Score> scores_;
  Outcomes outcomes_;
};

PairScorers::PairScorers(int threads, const Lexicon* lexicon) {
  for (int i = 0; i < threads; ++i) {
    scorers_.push_back(std::make_unique<Scorer>(lexicon));
  }
}

PairScorers::~PairScorers() = default;

Outcomes PairScorers::score(const Together& what, std::span<const PairRow> pairs,
                            std::span<const std::size_t> items, std::size_t passes, int threads) {
  // Enough turns that the threads end together, and few enough that they do not fight for them.
  constexpr std::size_t turns = 64;
  constexpr std::size_t longest_turn = 64;
  const std::size_t count = items.size() * passes;
  const std::size_t turn =
      std::clamp<std::size_t>(count / (static_cast<std::size_t>(threads) * turns), 1, longest_turn);
  std::exception_ptr failure;
#pragma omp parallel num_threads(threads) if (threads > 1) default(none) \
    shared(what, pairs, items, failure) firstprivate(count, turn)
  {
    Scorer& scorer = *scorers_[static_cast<std::size_t>(omp_get_thread_num())];
#pragma omp for schedule(dynamic, turn)
    for (std::size_t i = 0; i < count; ++i) {
      try {
        scorer.score(pairs[items[i % items.size()]], what);
      } catch (...) {  // must not leave the parallel region
#pragma omp critical
        failure = std::current_exception();
      }
    }
  }
  Outcomes outcomes;
  for (const auto& scorer : scorers_) {
    const Outcomes some = scorer->take_outcomes();
    outcomes.measured += some.measured;
    outcomes.with_value += some.with_value;
    outcomes.over_budget += some.over_budget;
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
  return outcomes;
}

std::pair<std::size_t, std::size_t> PairScorers::words(const PairRow& row) {
  return scorers_.front()->words(row);
}

}  // namespace unspin
