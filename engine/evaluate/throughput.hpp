// How fast pairs were scored: what was timed, on what, and how long it took. Plain data, which
// pair_throughput.hpp measures and the reports show.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/evaluate/spread.hpp"
#include "engine/score/scorer.hpp"

namespace unspin {

enum class Timed : std::uint8_t { metric, family, together, threads };

struct Throughput {
  Timed what = Timed::metric;
  std::string name;
  Family family = Family::ngram;     ///< of a metric or family
  std::vector<std::string> metrics;  ///< what is scored
  bool has_verdict = false;
  int threads = 1;
  std::size_t pairs = 0;        ///< that a pass goes over
  std::uint64_t bytes = 0;      ///< of their sources and rewrites
  std::size_t passes = 0;       ///< of one repetition
  std::vector<double> seconds;  ///< of each repetition
  std::string note;             ///< what is special about it; why it was not measured
  bool is_measured = true;      ///< else there is nothing to say of its speed

  Spread pairs_per_second() const;
  double bytes_per_second() const;  ///< the median
};

struct ThroughputOfSet {
  std::string name, origin;
  std::size_t pairs = 0;
  std::uint64_t bytes = 0;                     ///< of sources and rewrites
  double source_words = 0, rewrite_words = 0;  ///< medians
  std::uint64_t broken = 0;
  bool is_whole = true;
  std::vector<Throughput> figures;  ///< by Timed, in the order of the tasks

  /// Times the one-thread rate; of the medians. No value of what was not timed on threads.
  double speed_up(const Throughput& figure) const;
  /// Whether there was time for one of several pairs only, which may be unlike the others.
  bool is_of_one_pair(const Throughput& figure) const { return figure.pairs == 1 && pairs > 1; }
};

}  // namespace unspin
