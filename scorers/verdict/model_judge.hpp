// The judge: a fitted model over the figures of a pair.
#pragma once

#include <string>

#include "engine/score/judge.hpp"
#include "scorers/verdict/verdict_model.hpp"

namespace unspin {

class ModelJudge : public Judge {
 public:
  /// The model must outlive the judge. `max_false_flags`, 0 to 1: the share of honest pairs that
  /// may be called spun, as measured on pairs held back in training.
  explicit ModelJudge(const VerdictModel& model = VerdictModel::shipped(),
                      double max_false_flags = default_max_false_flags);

  Judgement judge(PreparedPair& pair) const override;
  Verdict verdict(PreparedPair& pair) const override;
  /// The verdict with its factors, which take longer to put in order than a stream should wait.
  Verdict explained(PreparedPair& pair) const;
  std::string_view name() const override { return name_; }

 private:
  Verdict verdict(PreparedPair& pair, bool with_factors) const;

  const VerdictModel& model_;
  double max_false_flags_;
  std::string name_;
};

}  // namespace unspin
