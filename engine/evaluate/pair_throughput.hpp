// How many pairs a second the engine scores: each metric alone, families, everything together, and
// the same on several threads.
//
// What is timed is what `unspin score` does to a pair once its texts are in memory: tokenization,
// measurement, score, and verdict where there is one. Reading and parsing rows and writing results
// is not. Metrics that are asked for together share tokenizations, counts and alignment, so a
// family costs less than the sum of its metrics.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/evaluate/pair_scorers.hpp"
#include "engine/evaluate/throughput.hpp"
#include "engine/io/pair_row.hpp"
#include "engine/run/timing.hpp"

namespace unspin {

/// Pairs that are measured by themselves.
struct TimedPairs {
  std::string name;
  std::string origin;          ///< where they come from, for people
  std::vector<PairRow> pairs;  ///< at least one
  std::uint64_t broken = 0;    ///< rows that were left out
  bool is_whole = true;        ///< else only the beginning of the file was read
};

struct ThroughputTasks {
  std::vector<Selected> metrics;   ///< each alone; those of a family together if there are several
  std::vector<Together> together;  ///< the last of them on several threads, too
  std::vector<int> threads;        ///< ascending, from 1, each once
  const Lexicon* lexicon = nullptr;  ///< null: none
};

/// Times all tasks on all sets, in turns. A metric that needs references gets the source as one
/// where a pair has none. A metric that measures no pair, for want of what it needs, has no speed.
/// Throws what time_in_turns() does.
std::vector<ThroughputOfSet> measure_throughput(std::span<const TimedPairs> sets,
                                                const ThroughputTasks& tasks,
                                                const TimingPlan& plan,
                                                const TimingSurroundings& surroundings);

}  // namespace unspin
