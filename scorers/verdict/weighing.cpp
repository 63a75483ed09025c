#include "scorers/verdict/weighing.hpp"

#include <algorithm>
#include <cmath>

namespace unspin {
namespace {

std::size_t most_probable_but(std::size_t label,
                              const std::array<double, probable_labels>& probabilities) {
  std::size_t best = label == 0 ? 1 : 0;
  for (std::size_t k = 0; k < probable_labels; ++k) {
    if (k != label && probabilities[k] > probabilities[best]) {
      best = k;
    }
  }
  return best;
}

}  // namespace

Weighing weigh(Label label, const VerdictSection& section, const VerdictFeatures& features,
               const std::array<double, probable_labels>& probabilities) {
  const LogisticModel& model = section.logistic;
  const auto mine = static_cast<std::size_t>(label);
  const std::size_t other = most_probable_but(mine, probabilities);
  Weighing weighing{.label = label,
                    .against = static_cast<Label>(other),
                    .head_start = model.intercepts[mine] - model.intercepts[other],
                    .pulls = {}};
  weighing.pulls.reserve(section.features.size());
  for (std::size_t c = 0; c < section.features.size(); ++c) {
    const double value = features.scaled(section.features[c]);
    weighing.pulls.push_back(model.term(mine, c, value) - model.term(other, c, value));
  }
  return weighing;
}

std::vector<Factor> factors_of(const Weighing& weighing, const VerdictSection& section,
                               const VerdictFeatures& features) {
  std::vector<Factor> factors;
  factors.reserve(section.features.size());
  for (std::size_t c = 0; c < section.features.size(); ++c) {
    const FeatureInfo& info = info_of(section.features[c]);
    const VerdictSection::Usual& honest = section.honest[c];
    factors.push_back({.name = info.name,
                       .meaning = info.meaning,
                       .unit = info.unit == 100 ? "%" : "",
                       .decimals = info.decimals,
                       .value = features[section.features[c]] * info.unit,
                       .honest_low = honest.least * info.unit,
                       .honest_middle = honest.median * info.unit,
                       .honest_high = honest.most * info.unit,
                       .pull = weighing.pulls[c]});
  }
  std::ranges::stable_sort(factors, [](const Factor& a, const Factor& b) {
    return std::fabs(a.pull) > std::fabs(b.pull);
  });
  return factors;
}

}  // namespace unspin
