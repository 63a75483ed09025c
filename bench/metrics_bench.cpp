// What a metric costs, from texts to value: each one of the catalogue, the default selection and
// the verdict. Tokenization is included, since no metric can do without it; nothing is left over
// from an earlier pair but memory. Metrics that are asked for together share tokenizations and
// counts, so the default selection costs less than its parts.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdint>
#include <string>
#include <vector>

#include "bench/benchmarks.hpp"
#include "scorers/catalogue.hpp"
#include "scorers/verdict/model_judge.hpp"

namespace unspin::bench {
namespace {

/// Calls `take` with every pair of the set, in each iteration.
template <class Take>
void pass_over(benchmark::State& state, const PairSet& set, Take&& take,
               bool needs_references = false) {
  PreparedPair prepared({}, default_lexicon());
  for (auto iteration : state) {
    for (const TextPair& pair : set.pairs) {
      // The source is a reference too, for metrics that need one.
      const std::string_view reference = pair.source;
      prepared.assign({pair.source, pair.rewrite, {&reference, needs_references ? 1u : 0u}});
      take(prepared);
    }
  }
  const auto passes = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(passes * static_cast<std::int64_t>(set.pairs.size()));
  state.SetBytesProcessed(passes * static_cast<std::int64_t>(set.bytes()));
}

void register_selection(const std::string& name, const PairSet& set,
                        const std::vector<Selected>& selected) {
  const bool needs_references = std::ranges::any_of(
      selected, [](const Selected& one) { return one.scorer->info.needs_references; });
  const auto measure = [&set, selected, needs_references](benchmark::State& state) {
    std::vector<Score> scores;
    bool any_skipped = false;
    pass_over(
        state, set,
        [&](PreparedPair& pair) {
          score_pair(pair, selected, scores);
          for (const Score& score : scores) {
            any_skipped |= score.outcome == Measured::over_budget;
          }
        },
        needs_references);
    if (any_skipped) {
      state.SkipWithError("a pair is over the limits, so it was not measured");
    }
  };
  benchmark::RegisterBenchmark((name + "/" + set.name).c_str(), measure)
      ->Unit(benchmark::kMillisecond);
}

void register_evidence(const PairSet& set) {
  const auto measure = [&set](benchmark::State& state) {
    pass_over(state, set, [](PreparedPair& pair) {
      Evidence evidence = evidence_of(pair);
      benchmark::DoNotOptimize(evidence);
    });
  };
  benchmark::RegisterBenchmark(("evidence/" + set.name).c_str(), measure)
      ->Unit(benchmark::kMillisecond);
}

void register_verdict(const PairSet& set) {
  const auto measure = [&set](benchmark::State& state) {
    const ModelJudge judge;
    pass_over(state, set, [&](PreparedPair& pair) {
      Judgement judgement = judge.judge(pair);
      benchmark::DoNotOptimize(judgement);
    });
  };
  benchmark::RegisterBenchmark(("verdict/" + set.name).c_str(), measure)
      ->Unit(benchmark::kMillisecond);
}

}  // namespace

void register_metric_benchmarks(const Inputs& inputs) {
  for (const Scorer* scorer : catalogue()) {
    const std::string name(scorer->info.name);
    for (const PairSet* set : inputs.pair_sets()) {
      register_selection("metric/" + name, *set, {{scorer, Settings(scorer->parameters), name}});
    }
    for (const PairSet& set : inputs.growing_pairs) {
      register_selection("growth/" + name, set, {{scorer, Settings(scorer->parameters), name}});
    }
  }
  for (const PairSet* set : inputs.pair_sets()) {
    register_selection("all_defaults", *set, default_selection());
    register_evidence(*set);
    register_verdict(*set);
  }
  register_evidence(inputs.spun_pairs);
  register_verdict(inputs.spun_pairs);
  register_evidence(inputs.long_pairs);
}

}  // namespace unspin::bench
