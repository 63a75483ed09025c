#include "scorers/verdict/reasons.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace unspin {
namespace {

constexpr std::size_t most_reasons = 3;
constexpr double least_pull = 0.25;  // of log odds; below that a figure says little
constexpr int most_mappings = 3;

/// "brand → model 17 of 18 times, …"; empty if nothing was mapped constantly.
std::string constant_mappings(const SwapTable& swaps) {
  std::string text;
  int listed = 0;
  for (const Substitution& row : swaps.rows) {
    if (row.is_constant && row.is_content && row.available > 2 && listed < most_mappings) {
      text += fmt::format("{}{} → {} {} of {} times", listed == 0 ? "" : ", ", row.from, row.to,
                          row.count, row.available);
      ++listed;
    }
  }
  return text;
}

std::string number(const FeatureInfo& info, double value) {
  return fmt::format("{:.{}f}", value * info.unit + 0.0, info.decimals);  // no −0
}

std::string sentence_for(Feature feature, const VerdictFeatures& features,
                         const VerdictSection::Usual& honest) {
  const FeatureInfo& info = info_of(feature);
  return fmt::format("{}; honest rewrites: {}, 98 in 100 of them {} to {}",
                     fmt::format(fmt::runtime(info.sentence), number(info, features[feature])),
                     number(info, honest.median), number(info, honest.least),
                     number(info, honest.most));
}

}  // namespace

std::vector<std::string> reasons_for(const Weighing& weighing, const VerdictSection& section,
                                     const VerdictFeatures& features, const SwapTable& swaps) {
  std::vector<std::pair<double, std::size_t>> moved;  // pull, column
  for (std::size_t c = 0; c < weighing.pulls.size(); ++c) {
    moved.emplace_back(weighing.pulls[c], c);
  }
  std::stable_sort(moved.begin(), moved.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> reasons;
  for (const auto& [pull, column] : moved) {
    if (reasons.size() == most_reasons || (pull < least_pull && !reasons.empty())) {
      break;
    }
    reasons.push_back(sentence_for(section.features[column], features, section.honest[column]));
  }
  if (weighing.label == Label::spun) {
    if (const std::string constant = constant_mappings(swaps); !constant.empty()) {
      reasons.insert(reasons.begin() + std::min<std::ptrdiff_t>(1, std::ssize(reasons)),
                     constant + ": one word, one replacement");
    }
  }
  return reasons;
}

}  // namespace unspin
