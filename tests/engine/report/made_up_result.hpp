// One made-up result, for the tests of the reports.
#pragma once

#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "engine/score/results.hpp"

namespace unspin {

inline Measured measure_nothing(PreparedPair&, const Settings&, std::span<double>) {
  return Measured::done;
}
inline void finish_nothing(std::span<const double>, const Settings&, std::span<double>) {}

inline constexpr Statistic one_statistic[] = {{"edits"}};
inline constexpr Statistic two_statistics[] = {{"counts", 2}, {"length"}};
inline constexpr std::string_view prf[] = {"precision", "recall", "f1"};

inline const Scorer plain_scorer{.info = {.name = "plain",
                                          .family = Family::edit,
                                          .summary = "",
                                          .source = "",
                                          .range = {0, 1},
                                          .identity = 1,
                                          .undefined_when = "there is nothing",
                                          .example = {"", "", 0}},
                                 .statistics = one_statistic,
                                 .measure = measure_nothing,
                                 .finish = finish_nothing};
inline const Scorer triple_scorer{.info = {.name = "triple",
                                           .family = Family::ngram,
                                           .summary = "",
                                           .source = "",
                                           .range = {0, 1},
                                           .identity = 1,
                                           .example = {"", "", 0}},
                                  .statistics = two_statistics,
                                  .values = prf,
                                  .primary = 2,
                                  .measure = measure_nothing,
                                  .finish = finish_nothing};

class MadeUpResult : public ::testing::Test {
 protected:
  MadeUpResult() {
    selected.push_back({&plain_scorer, Settings({}), "plain:x=1"});
    selected.push_back({&triple_scorer, Settings({}), "triple"});
    scores.resize(2);
    scores[0].values[0] = 0.5;
    scores[0].statistics[0] = 7;
    scores[1].values = {0.25, 1, 0.4};
    scores[1].statistics[0] = 1;
    scores[1].statistics[1] = 2;
    scores[1].statistics[2] = 3;
    judgement.verdict = {.label = Label::spun, .confidence = 0.97, .reasons = {"because \"so\""}};
    evidence.substitutions = {row("brand", "model", 3, 4, SwapKind::constant)};
    evidence.terms = {
        {.term = "old term", .occurrences = 3, .kept = 1, .replaced = {{"aged term", 2}}}};
    result = {.id = "\"a\\tb\"",
              .selected = selected,
              .scores = scores,
              .judgement = &judgement,
              .extra = extra,
              .signature = "unspin:test"};
  }

  static Substitution row(std::string from, std::string to, std::uint32_t count,
                          std::uint32_t available, SwapKind kind, std::string sense = "") {
    Substitution row;
    row.from = std::move(from);
    row.to = std::move(to);
    row.count = count;
    row.available = available;
    row.kind = kind;
    row.is_content = true;
    row.is_constant = kind == SwapKind::constant;
    if (!sense.empty()) {
      row.resource = Resource::wordnet;
      row.sense = std::move(sense);
    }
    return row;
  }

  std::vector<Selected> selected;
  std::vector<Score> scores;
  Judgement judgement;
  Evidence& evidence = judgement.evidence;
  std::vector<std::pair<std::string, std::string>> extra{{"topic", "\"x,y\""}, {"scores", "1.10"}};
  PairResult result;
};

}  // namespace unspin
