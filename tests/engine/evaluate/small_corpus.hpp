// A few segments by two systems, and metrics to score them with.
#pragma once

#include <string>
#include <vector>

#include "engine/evaluate/measurements.hpp"
#include "scorers/catalogue.hpp"

namespace unspin::testing {

inline Segments small_corpus() {
  const auto file = [](std::string name, std::vector<std::string> lines) {
    return SegmentFile{.name = std::move(name), .lines = std::move(lines)};
  };
  return {.systems = {file("a", {"the cat sat on the mat", "it rained all day long", "yes"}),
                      file("b", {"the cat lay on a mat", "it rained the whole day", "no"})},
          .references = {
              file("r", {"the cat sat on the mat", "it was raining all day", "yes"}),
          }};
}

/// The small one over and over, so that there is something to draw from.
inline Segments larger_corpus(std::size_t times) {
  const Segments once = small_corpus();
  Segments many = once;
  for (std::size_t i = 1; i < times; ++i) {
    for (std::size_t s = 0; s < once.systems.size(); ++s) {
      for (const std::string& line : once.systems[s].lines) {
        many.systems[s].lines.push_back(line + " " + std::to_string(i % 7));
      }
    }
    for (const std::string& line : once.references[0].lines) {
      many.references[0].lines.push_back(line + " " + std::to_string(i % 5));
    }
  }
  return many;
}

inline CorpusMetric corpus_metric(const std::string& asked) {
  std::vector<Selected> of_corpus;
  std::vector<Selected> of_segment;
  select(asked, of_corpus, Scope::corpus);
  select(asked, of_segment, Scope::pair);
  return {of_corpus.front(), of_segment.front()};
}

inline std::vector<CorpusMetric> corpus_metrics(const std::vector<std::string>& asked) {
  std::vector<CorpusMetric> metrics;
  metrics.reserve(asked.size());
  for (const std::string& one : asked) {
    metrics.push_back(corpus_metric(one));
  }
  return metrics;
}

}  // namespace unspin::testing
