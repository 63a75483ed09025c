// One score of one pair.
#pragma once

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "scorers/catalogue.hpp"

namespace unspin::testing {

struct ScoreOf {
  double value = 0;            ///< the primary one
  std::vector<double> values;  ///< all of them
  std::vector<double> statistics;
  std::string missing_because;  ///< empty if there is a value
};

/// A metric as it is asked for on the command line: "bleu", "substitution_density:content".
inline ScoreOf score_of(const std::string& metric, const std::string& source,
                        const std::string& rewrite, const Lexicon* lexicon = nullptr,
                        const std::vector<std::string>& references = {}) {
  PreparedPair pair({}, lexicon);
  const std::vector<std::string_view> views(references.begin(), references.end());
  pair.assign({source, rewrite, views});
  std::vector<Selected> selected;
  select(metric, selected);
  std::vector<Score> scores;
  score_pair(pair, selected, scores);
  const Scorer& scorer = *selected.at(0).scorer;
  const auto first = [](const auto& all, std::size_t count) {
    return std::vector<double>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
  };
  return {.value = scores.at(0).values.at(scorer.primary),
          .values = first(scores[0].values, scorer.value_count()),
          .statistics = first(scores[0].statistics, scorer.statistic_count()),
          .missing_because = std::string(scores[0].missing_because(scorer))};
}

}  // namespace unspin::testing
