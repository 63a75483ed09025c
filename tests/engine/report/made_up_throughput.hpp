// Throughput that nobody measured, for the tests of reports.
#pragma once

#include <string>
#include <vector>

#include "engine/report/throughput_report.hpp"

namespace unspin::testing {

/// A hundred pairs of 50 bytes a side, gone over so many times a repetition.
inline Throughput made_up_figure(Timed what, std::string name, std::vector<double> seconds,
                                 int threads = 1) {
  return {.what = what,
          .name = name,
          .family = Family::ngram,
          .metrics = {name},
          .threads = threads,
          .pairs = 100,
          .bytes = 10'000,
          .passes = 10,
          .seconds = std::move(seconds),
          .note = {}};
}

/// Two metrics of a family, one that was not measured, everything together on up to four threads
/// of two cores.
inline ThroughputOfSet made_up_set(std::string name) {
  ThroughputOfSet set{.name = std::move(name),
                      .origin = "made up",
                      .pairs = 100,
                      .bytes = 10'000,
                      .source_words = 9,
                      .rewrite_words = 8.5,
                      .figures = {}};
  set.figures.push_back(made_up_figure(Timed::metric, "fast", {.010, .011, .009, .010, .012}));
  set.figures.push_back(made_up_figure(Timed::metric, "slow:n=5", {1, 1, 1.1, 1, .9}));
  set.figures.push_back(made_up_figure(Timed::metric, "never", {.001}));
  set.figures.back().family = Family::edit;
  set.figures.back().is_measured = false;
  set.figures.back().note = "something <is> missing";
  set.figures.push_back(made_up_figure(Timed::family, "ngram", {1.01, 1.02, 1, 1.1, 1.05}));
  set.figures.push_back(made_up_figure(Timed::together, "all of these", {2, 2, 2, 2, 2}));
  set.figures.push_back(made_up_figure(Timed::threads, "all of these", {2, 2, 2, 2, 2}, 1));
  set.figures.push_back(made_up_figure(Timed::threads, "all of these", {1, 1.1, 1, 1, 1.2}, 2));
  set.figures.push_back(made_up_figure(Timed::threads, "all of these", {.8, .9, .8, .8, .9}, 4));
  return set;
}

inline ThroughputReport made_up_throughput() {
  return {.date = "2026-01-02T03:04:05Z",
          .signature = "unspin:1.2.3|lexicon:none|icu:72.1|verdict:none",
          .machine = {.processor = "Some & Processor",
                      .cores = 2,
                      .memory = std::uint64_t{8} << 30,
                      .system = "Debian",
                      .kernel = "Linux 6.1"},
          .build = {.compiler = "g++ 12.2.0",
                    .type = "Release",
                    .flags = "-O3",
                    .vectors = "SSE2",
                    .is_optimised = true},
          .plan = {.seconds = 30, .repetitions = 5},
          .sets = {made_up_set("sentences")}};
}

}  // namespace unspin::testing
