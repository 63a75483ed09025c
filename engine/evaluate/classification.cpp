#include "engine/evaluate/classification.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

namespace unspin {
namespace {

constexpr std::size_t bin_count = 10;
constexpr double least_probability = 1e-15;

constexpr std::size_t index_of(Label label) { return static_cast<std::size_t>(label); }

double ratio(double part, std::uint64_t whole) {
  return whole > 0 ? part / static_cast<double>(whole) : no_value;
}

Confusion confusion_of(std::span<const JudgedPair> pairs) {
  Confusion confusion{};
  for (const JudgedPair& pair : pairs) {
    ++confusion[index_of(pair.truth)][index_of(pair.answer)];
  }
  return confusion;
}

LabelQuality quality_of(std::size_t label, const Confusion& confusion) {
  const std::uint64_t right = confusion[label][label];
  LabelQuality quality{.precision = {right, 0}, .recall = {right, 0}};
  for (const auto& answers : confusion) {
    quality.precision.of += answers[label];
  }
  for (const std::uint64_t count : confusion[label]) {
    quality.recall.of += count;
  }
  if (quality.recall.of > 0) {
    quality.f1 = ratio(2 * static_cast<double>(right), quality.precision.of + quality.recall.of);
  }
  return quality;
}

double macro_f1_of(std::span<const LabelQuality> labels) {
  double sum = 0;
  std::uint64_t count = 0;
  for (const LabelQuality& label : labels) {
    if (label.recall.of > 0) {
      sum += label.f1;
      ++count;
    }
  }
  return ratio(sum, count);
}

std::vector<KindQuality> kinds_of(std::span<const JudgedPair> pairs) {
  std::map<std::string_view, KindQuality> by_name;
  for (const JudgedPair& pair : pairs) {
    KindQuality& kind = by_name[pair.kind];
    Share& flagged = pair.truth == Label::spun ? kind.found : kind.false_flags;
    flagged.count += pair.answer == Label::spun ? 1 : 0;
    ++flagged.of;
  }
  std::vector<KindQuality> kinds;
  for (auto& [name, kind] : by_name) {
    kind.kind = name;
    kinds.push_back(std::move(kind));
  }
  return kinds;
}

/// What confidence and truth make of one pair.
struct Guess {
  double confidence;
  bool is_right;
};

ReliabilityBin bin_of(std::span<const Guess> guesses) {
  ReliabilityBin bin{.least = guesses.front().confidence,
                     .most = guesses.back().confidence,
                     .right = {0, guesses.size()}};
  double sum = 0;
  for (const Guess& guess : guesses) {
    sum += guess.confidence;
    bin.right.count += guess.is_right ? 1 : 0;
  }
  bin.said = ratio(sum, bin.right.of);
  return bin;
}

/// Each bin takes its share of what those before it left over, and the rest of its last tie.
std::vector<ReliabilityBin> bins_of(std::vector<Guess> guesses) {
  std::ranges::sort(guesses, {}, &Guess::confidence);
  std::vector<ReliabilityBin> bins;
  std::size_t begin = 0;
  for (std::size_t bins_left = bin_count; bins_left > 0; --bins_left) {
    std::size_t end = begin + (guesses.size() - begin) / bins_left;
    if (end == begin) {
      continue;
    }
    while (end < guesses.size() && guesses[end].confidence == guesses[end - 1].confidence) {
      ++end;
    }
    bins.push_back(bin_of(std::span(guesses).subspan(begin, end - begin)));
    begin = end;
  }
  return bins;
}

double squared_error(const std::array<double, probable_labels>& probabilities, std::size_t truth) {
  double sum = 0;
  for (std::size_t label = 0; label < probable_labels; ++label) {
    const double error = probabilities[label] - (label == truth ? 1 : 0);
    sum += error * error;
  }
  return sum;
}

Calibration calibration_of(std::span<const JudgedPair> pairs) {
  std::vector<Guess> guesses;
  double brier = 0;
  double log_loss = 0;
  for (const JudgedPair& pair : pairs) {
    if (pair.probabilities) {
      const auto& probabilities = *pair.probabilities;
      const std::size_t truth = index_of(pair.truth);
      const auto most = std::ranges::max_element(probabilities);
      guesses.push_back({*most, static_cast<std::size_t>(most - probabilities.begin()) == truth});
      brier += squared_error(probabilities, truth);
      log_loss -= std::log(std::max(probabilities[truth], least_probability));
    }
  }
  const std::uint64_t count = guesses.size();
  Calibration calibration{.bins = bins_of(std::move(guesses)),
                          .brier = ratio(brier, count),
                          .log_loss = ratio(log_loss, count)};
  double error = 0;
  for (const ReliabilityBin& bin : calibration.bins) {
    error += static_cast<double>(bin.right.of) * std::fabs(bin.right.value() - bin.said);
  }
  calibration.ece = ratio(error, count);
  return calibration;
}

/// The pairs that have one P(spun).
struct Level {
  double probability;
  std::uint64_t spun = 0, honest = 0;
};

/// Descending.
std::vector<Level> levels_of(std::span<const JudgedPair> pairs) {
  std::vector<Level> levels;
  for (const JudgedPair& pair : pairs) {
    if (pair.probabilities) {
      const bool is_spun = pair.truth == Label::spun;
      levels.push_back(
          {(*pair.probabilities)[index_of(Label::spun)], is_spun ? 1u : 0u, is_spun ? 0u : 1u});
    }
  }
  std::ranges::sort(levels, std::greater{}, &Level::probability);
  std::size_t last = 0;
  for (std::size_t i = 1; i < levels.size(); ++i) {
    if (levels[i].probability != levels[last].probability) {
      levels[++last] = levels[i];
      continue;
    }
    levels[last].spun += levels[i].spun;
    levels[last].honest += levels[i].honest;
  }
  levels.resize(std::min(levels.size(), last + 1));
  return levels;
}

Level sum_of(std::span<const Level> levels) {
  Level sum{no_value};
  for (const Level& level : levels) {
    sum.spun += level.spun;
    sum.honest += level.honest;
  }
  return sum;
}

double auc_of(std::span<const Level> levels) {
  const Level all = sum_of(levels);
  std::uint64_t half_wins = 0;  // whole numbers: the area is exact but for its one division
  std::uint64_t spun_above = 0;
  for (const Level& level : levels) {
    half_wins += level.honest * (2 * spun_above + level.spun);
    spun_above += level.spun;
  }
  return ratio(static_cast<double>(half_wins), 2 * all.spun * all.honest);
}

OperatingPoint operating_point(double tolerated, std::span<const Level> levels) {
  const Level all = sum_of(levels);
  OperatingPoint point{.tolerated = tolerated};
  if (all.honest == 0) {
    return point;
  }
  point.false_flags.of = all.honest;
  point.found.of = all.spun;
  for (const Level& level : levels) {
    const Share flagged{point.false_flags.count + level.honest, all.honest};
    if (flagged.value() > tolerated) {
      break;
    }
    point.threshold = level.probability;
    point.false_flags = flagged;
    point.found.count += level.spun;
  }
  return point;
}

}  // namespace

Interval wilson(std::uint64_t successes, std::uint64_t n) {
  if (n == 0) {
    return {};
  }
  constexpr double z = 1.959963984540054;
  const auto size = static_cast<double>(n);
  const double p = static_cast<double>(successes) / size;
  const double centre = p + z * z / (2 * size);
  const double half_width = z * std::sqrt(p * (1 - p) / size + z * z / (4 * size * size));
  const double scale = 1 + z * z / size;
  // At the ends rounding must not leave what is just above 0 or below 1.
  return {successes == 0 ? 0 : (centre - half_width) / scale,
          successes == n ? 1 : (centre + half_width) / scale};
}

Validation validate(std::span<const JudgedPair> pairs) {
  Validation all{.pairs = pairs.size(), .confusion = confusion_of(pairs)};
  all.accuracy.of = pairs.size();
  for (std::size_t label = 0; label < probable_labels; ++label) {
    all.labels[label] = quality_of(label, all.confusion);
    all.accuracy.count += all.confusion[label][label];
  }
  all.macro_f1 = macro_f1_of(all.labels);
  all.kinds = kinds_of(pairs);
  for (const KindQuality& kind : all.kinds) {
    all.false_flags.count += kind.false_flags.count;
    all.false_flags.of += kind.false_flags.of;
  }
  all.calibration = calibration_of(pairs);
  const std::vector<Level> levels = levels_of(pairs);
  const Level counted = sum_of(levels);
  all.pairs_with_probabilities = counted.spun + counted.honest;
  all.spun_auc = auc_of(levels);
  for (std::size_t i = 0; i < all.trade_off.size(); ++i) {
    all.trade_off[i] = operating_point(tolerated_false_flags[i], levels);
  }
  return all;
}

}  // namespace unspin
