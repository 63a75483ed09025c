#include "engine/evaluate/classification.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace unspin {
namespace {

using Pairs = std::vector<JudgedPair>;
using Probabilities = std::array<double, probable_labels>;

void add(Pairs& pairs, std::size_t count, Label truth, Label answer, std::string kind = {}) {
  pairs.insert(pairs.end(), count, {.truth = truth, .answer = answer, .kind = std::move(kind)});
}

/// Pairs of which only P(spun) matters.
void add_with(Pairs& pairs, std::size_t count, Label truth, double spun) {
  pairs.insert(pairs.end(), count, {truth, Label::spun, Probabilities{0, spun, 1 - spun, 0}, ""});
}

/// Pairs whose most probable label is right or wrong with this confidence, over 0.5.
void add_guesses(Pairs& pairs, std::size_t count, double confidence, bool is_right) {
  pairs.insert(pairs.end(), count,
               {is_right ? Label::spun : Label::paraphrase, Label::spun,
                Probabilities{0, confidence, 1 - confidence, 0}, ""});
}

const LabelQuality& quality(const Validation& validation, Label label) {
  return validation.labels[static_cast<std::size_t>(label)];
}

/// Newcombe 1998, table I, method 3.
TEST(Wilson, GivesPublishedIntervals) {
  const auto expect = [](std::uint64_t successes, std::uint64_t n, double low, double high) {
    EXPECT_NEAR(wilson(successes, n).low, low, 0.00005);
    EXPECT_NEAR(wilson(successes, n).high, high, 0.00005);
  };
  expect(81, 263, 0.2553, 0.3662);
  expect(15, 148, 0.0624, 0.1605);
  expect(0, 20, 0, 0.1611);
  expect(1, 29, 0.0061, 0.1718);
}

TEST(Wilson, StaysWithinZeroAndOneAndMirrors) {
  for (std::uint64_t n = 1; n < 200; ++n) {
    EXPECT_EQ(wilson(0, n).low, 0);
    EXPECT_EQ(wilson(n, n).high, 1);
    for (std::uint64_t k = 0; k <= n; ++k) {
      const Interval interval = wilson(k, n);
      const double share = static_cast<double>(k) / static_cast<double>(n);
      EXPECT_TRUE(0 <= interval.low && interval.low <= share) << k << " of " << n;
      EXPECT_TRUE(share <= interval.high && interval.high <= 1) << k << " of " << n;
      EXPECT_NEAR(interval.low, 1 - wilson(n - k, n).high, 1e-12);
    }
  }
}

TEST(Wilson, OfNothingHasNoValue) {
  EXPECT_TRUE(std::isnan(wilson(0, 0).low));
  EXPECT_TRUE(std::isnan(wilson(0, 0).high));
}

class NinePairs : public ::testing::Test {
 protected:
  NinePairs() {
    Pairs pairs;
    add(pairs, 3, Label::spun, Label::spun, "spinner");
    add(pairs, 1, Label::spun, Label::paraphrase, "spinner");
    add(pairs, 1, Label::paraphrase, Label::spun, "translation");
    add(pairs, 2, Label::paraphrase, Label::paraphrase, "revision");
    add(pairs, 1, Label::verbatim, Label::verbatim, "spinner");
    add(pairs, 1, Label::verbatim, Label::too_short, "revision");
    validation = validate(pairs);
  }
  Validation validation;
};

TEST_F(NinePairs, AreCountedByTruthAndAnswer) {
  EXPECT_EQ(validation.pairs, 9u);
  EXPECT_EQ(validation.confusion,
            (Confusion{{{1, 0, 0, 0, 1}, {0, 3, 1, 0, 0}, {0, 1, 2, 0, 0}, {0, 0, 0, 0, 0}}}));
  EXPECT_EQ(validation.accuracy.count, 6u);
  EXPECT_EQ(validation.accuracy.of, 9u);
}

TEST_F(NinePairs, GiveEachLabelItsQuality) {
  EXPECT_DOUBLE_EQ(quality(validation, Label::spun).f1, 0.75);
  EXPECT_DOUBLE_EQ(quality(validation, Label::verbatim).precision.value(), 1);
  EXPECT_DOUBLE_EQ(quality(validation, Label::verbatim).recall.value(), 0.5);
  EXPECT_DOUBLE_EQ(quality(validation, Label::verbatim).f1, 2. / 3);
  EXPECT_EQ(quality(validation, Label::paraphrase).recall.of, 3u);
  EXPECT_DOUBLE_EQ(validation.macro_f1, (2. / 3 + 0.75 + 2. / 3) / 3);
}

TEST_F(NinePairs, ALabelThatNeverOccursHasNoQuality) {
  const LabelQuality& unrelated = quality(validation, Label::unrelated);
  EXPECT_TRUE(std::isnan(unrelated.precision.value()));
  EXPECT_TRUE(std::isnan(unrelated.recall.value()));
  EXPECT_TRUE(std::isnan(unrelated.f1));
}

TEST_F(NinePairs, AreFlaggedFalselyByKind) {
  EXPECT_EQ(validation.false_flags.count, 1u);
  EXPECT_EQ(validation.false_flags.of, 5u);
  ASSERT_EQ(validation.kinds.size(), 3u);
  EXPECT_EQ(validation.kinds[0].kind, "revision");
  EXPECT_EQ(validation.kinds[0].false_flags.count, 0u);
  EXPECT_EQ(validation.kinds[0].false_flags.of, 3u);
  EXPECT_EQ(validation.kinds[1].kind, "spinner");
  EXPECT_EQ(validation.kinds[1].false_flags.of, 1u);
  EXPECT_EQ(validation.kinds[1].found.count, 3u);
  EXPECT_EQ(validation.kinds[1].found.of, 4u);
  EXPECT_EQ(validation.kinds[2].kind, "translation");
  EXPECT_EQ(validation.kinds[2].false_flags.count, 1u);
}

TEST_F(NinePairs, SayNothingOfProbabilitiesThatAreNotThere) {
  EXPECT_EQ(validation.pairs_with_probabilities, 0u);
  EXPECT_TRUE(std::isnan(validation.spun_auc));
  EXPECT_TRUE(validation.calibration.bins.empty());
  EXPECT_TRUE(std::isnan(validation.calibration.ece));
  EXPECT_TRUE(std::isnan(validation.calibration.brier));
  EXPECT_TRUE(std::isnan(validation.calibration.log_loss));
  for (const OperatingPoint& point : validation.trade_off) {
    EXPECT_TRUE(std::isnan(point.threshold));
    EXPECT_EQ(point.found.of, 0u);
  }
}

TEST(Validation, OfNoPairsHasNoValues) {
  const Validation validation = validate({});
  EXPECT_EQ(validation.pairs, 0u);
  EXPECT_TRUE(std::isnan(validation.accuracy.value()));
  EXPECT_TRUE(std::isnan(validation.macro_f1));
  EXPECT_TRUE(std::isnan(validation.false_flags.value()));
  EXPECT_TRUE(validation.kinds.empty());
}

/// A stray answer costs the label it should have been, not the one that nobody asked for.
TEST(Validation, MacroF1IsOverTheLabelsThatHaveSupport) {
  Pairs pairs;
  add(pairs, 1, Label::spun, Label::spun);
  add(pairs, 1, Label::spun, Label::unrelated);
  const Validation validation = validate(pairs);
  EXPECT_EQ(quality(validation, Label::unrelated).precision.value(), 0);
  EXPECT_TRUE(std::isnan(quality(validation, Label::unrelated).f1));
  EXPECT_DOUBLE_EQ(validation.macro_f1, 2. / 3);
}

TEST(RocAuc, CountsTiesHalf) {
  Pairs pairs;
  add_with(pairs, 1, Label::spun, 0.9);  // above all three
  add_with(pairs, 1, Label::spun, 0.6);  // above two, level with one
  add_with(pairs, 1, Label::paraphrase, 0.6);
  add_with(pairs, 1, Label::verbatim, 0.3);
  add_with(pairs, 1, Label::unrelated, 0.1);
  EXPECT_DOUBLE_EQ(validate(pairs).spun_auc, 5.5 / 6);
}

TEST(RocAuc, NeedsBothSpunAndHonestPairs) {
  Pairs pairs;
  add_with(pairs, 3, Label::spun, 0.9);
  EXPECT_TRUE(std::isnan(validate(pairs).spun_auc));
  add(pairs, 1, Label::paraphrase, Label::paraphrase);  // has no opinion to compare with
  EXPECT_TRUE(std::isnan(validate(pairs).spun_auc));
  add_with(pairs, 1, Label::paraphrase, 0.2);
  EXPECT_EQ(validate(pairs).spun_auc, 1);
}

TEST(Calibration, IsWhatTheFormulasSay) {
  const Pairs pairs = {
      {Label::paraphrase, Label::spun, Probabilities{0.1, 0.6, 0.2, 0.1}, ""},
      {Label::spun, Label::spun, Probabilities{0, 0.8, 0.1, 0.1}, ""},
  };
  const Calibration calibration = validate(pairs).calibration;
  ASSERT_EQ(calibration.bins.size(), 2u);
  EXPECT_DOUBLE_EQ(calibration.bins[0].said, 0.6);
  EXPECT_EQ(calibration.bins[0].right.count, 0u);
  EXPECT_EQ(calibration.bins[1].right.count, 1u);
  EXPECT_DOUBLE_EQ(calibration.ece, (0.6 + 0.2) / 2);
  EXPECT_DOUBLE_EQ(calibration.brier, (0.01 + 0.36 + 0.64 + 0.01 + 0.04 + 0.01 + 0.01) / 2);
  EXPECT_DOUBLE_EQ(calibration.log_loss, -(std::log(0.2) + std::log(0.8)) / 2);
}

TEST(Calibration, OneCertainErrorIsNotTheEndOfTheWorld) {
  Pairs pairs;
  add_guesses(pairs, 1, 1, false);
  EXPECT_DOUBLE_EQ(validate(pairs).calibration.log_loss, -std::log(1e-15));
  EXPECT_EQ(validate(pairs).calibration.brier, 2);
}

TEST(Calibration, BinsHaveEqualMass) {
  for (std::size_t count = 1; count < 60; ++count) {
    Pairs pairs;
    for (std::size_t i = 0; i < count; ++i) {
      add_guesses(pairs, 1, 0.6 + static_cast<double>(i) / 1000, true);
    }
    const auto bins = validate(pairs).calibration.bins;
    EXPECT_EQ(bins.size(), std::min<std::size_t>(count, 10));
    for (const ReliabilityBin& bin : bins) {
      EXPECT_TRUE(bin.right.of == count / 10 || bin.right.of == count / 10 + 1);
    }
  }
}

/// Nine of ten right with confidence 0.9 is perfect, also where the wrong ones stand together.
TEST(Calibration, EqualConfidencesShareABin) {
  Pairs pairs;
  add_guesses(pairs, 10, 0.9, false);
  add_guesses(pairs, 90, 0.9, true);
  add_guesses(pairs, 1, 0.95, true);
  const Calibration calibration = validate(pairs).calibration;
  ASSERT_EQ(calibration.bins.size(), 2u);
  EXPECT_EQ(calibration.bins[0].right.of, 100u);
  EXPECT_NEAR(calibration.ece, 0.05 / 101, 1e-12);
}

class HundredHonestTenSpun : public ::testing::Test {
 protected:
  HundredHonestTenSpun() {
    add_with(pairs, 1, Label::spun, 0.99);
    add_with(pairs, 1, Label::paraphrase, 0.95);
    add_with(pairs, 4, Label::spun, 0.9);
    add_with(pairs, 1, Label::spun, 0.85);
    add_with(pairs, 1, Label::unrelated, 0.8);
    add_with(pairs, 4, Label::spun, 0.5);
    add_with(pairs, 98, Label::paraphrase, 0.1);
  }
  OperatingPoint at(double tolerated) const {
    const Validation validation = validate(pairs);
    return *std::ranges::find(validation.trade_off, tolerated, &OperatingPoint::tolerated);
  }
  Pairs pairs;
};

TEST_F(HundredHonestTenSpun, AreFoundAsFarAsFalseFlagsAreTolerated) {
  for (const double none : {.001, .002, .005}) {
    EXPECT_EQ(at(none).threshold, 0.99);
    EXPECT_EQ(at(none).false_flags.count, 0u);
    EXPECT_EQ(at(none).found.count, 1u);
  }
  EXPECT_EQ(at(.01).threshold, 0.85);
  EXPECT_EQ(at(.01).false_flags.count, 1u);
  EXPECT_EQ(at(.01).found.count, 6u);
  EXPECT_EQ(at(.02).threshold, 0.5);
  EXPECT_EQ(at(.1).threshold, 0.5);
  EXPECT_EQ(at(.1).found.count, 10u);
  EXPECT_EQ(at(.1).found.of, 10u);
  EXPECT_EQ(at(.1).false_flags.of, 100u);
}

TEST_F(HundredHonestTenSpun, AreNotFoundWhereAnHonestPairIsTheMostSuspicious) {
  add_with(pairs, 1, Label::verbatim, 1);
  EXPECT_TRUE(std::isnan(at(.001).threshold));
  EXPECT_EQ(at(.001).found.count, 0u);
  EXPECT_EQ(at(.001).found.of, 10u);
}

TEST_F(HundredHonestTenSpun, PairsWithoutProbabilitiesDoNotMakeRoomForFalseFlags) {
  add(pairs, 1000, Label::paraphrase, Label::too_short);
  EXPECT_EQ(at(.01).threshold, 0.85);
  EXPECT_EQ(at(.01).false_flags.of, 100u);
}

/// Anything goes: few distinct values, so that ties are many, or none.
Pairs random_pairs(std::mt19937& random) {
  Pairs pairs(random() % 80);
  const unsigned steps = random() % 2 == 0 ? 4 : 1'000'000;
  for (JudgedPair& pair : pairs) {
    pair.truth = static_cast<Label>(random() % probable_labels);
    pair.answer = static_cast<Label>(random() % label_names.size());
    pair.kind = std::string(1, static_cast<char>('a' + random() % 3));
    if (random() % 8 != 0) {
      double sum = 0;
      for (double& p : pair.probabilities.emplace()) {
        p = static_cast<double>(1 + random() % steps);
        sum += p;
      }
      for (double& p : *pair.probabilities) {
        p /= sum;
      }
    }
  }
  return pairs;
}

double p_spun(const JudgedPair& pair) { return (*pair.probabilities)[1]; }

double auc_by_comparing_all(const Pairs& pairs) {
  double wins = 0;
  double duels = 0;
  for (const JudgedPair& spun : pairs) {
    for (const JudgedPair& honest : pairs) {
      if (spun.truth == Label::spun && honest.truth != Label::spun && spun.probabilities &&
          honest.probabilities) {
        duels += 1;
        wins += p_spun(spun) > p_spun(honest) ? 1 : p_spun(spun) == p_spun(honest) ? 0.5 : 0;
      }
    }
  }
  return wins / duels;  // not a number if there was none
}

/// By definition, in the bins that there are: they must hold every pair once.
double ece_by_definition(const Pairs& pairs, const std::vector<ReliabilityBin>& bins) {
  double sum = 0;
  double all = 0;
  for (const ReliabilityBin& bin : bins) {
    double right = 0;
    double confidences = 0;
    double size = 0;
    for (const JudgedPair& pair : pairs) {
      if (!pair.probabilities) {
        continue;
      }
      std::size_t most = 0;
      for (std::size_t label = 1; label < probable_labels; ++label) {
        most = (*pair.probabilities)[label] > (*pair.probabilities)[most] ? label : most;
      }
      const double confidence = (*pair.probabilities)[most];
      if (bin.least <= confidence && confidence <= bin.most) {
        size += 1;
        confidences += confidence;
        right += static_cast<Label>(most) == pair.truth ? 1 : 0;
      }
    }
    EXPECT_EQ(size, static_cast<double>(bin.right.of));
    sum += size * std::fabs(right / size - confidences / size);
    all += size;
  }
  return sum / all;
}

/// Flags at or above the threshold.
std::size_t flags(const Pairs& pairs, bool spun, double threshold) {
  return static_cast<std::size_t>(std::ranges::count_if(pairs, [&](const JudgedPair& pair) {
    return pair.probabilities && (pair.truth == Label::spun) == spun && p_spun(pair) >= threshold;
  }));
}

/// By trying all that occur.
double lowest_threshold(const Pairs& pairs, double tolerated) {
  const auto honest = static_cast<double>(flags(pairs, false, 0));
  double lowest = no_value;
  for (const JudgedPair& pair : pairs) {
    if (pair.probabilities &&
        static_cast<double>(flags(pairs, false, p_spun(pair))) / honest <= tolerated) {
      lowest = std::fmin(lowest, p_spun(pair));
    }
  }
  return lowest;
}

void expect_same(double a, double b, double tolerance) {
  EXPECT_TRUE((std::isnan(a) && std::isnan(b)) || std::fabs(a - b) <= tolerance) << a << ", " << b;
}

TEST(Validation, AgreesWithSlowDefinitionsOnRandomPairs) {
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    const Pairs pairs = random_pairs(random);
    const Validation validation = validate(pairs);
    expect_same(validation.spun_auc, auc_by_comparing_all(pairs), 1e-12);
    const Calibration& calibration = validation.calibration;
    expect_same(calibration.ece, ece_by_definition(pairs, calibration.bins), 1e-12);
    std::uint64_t binned = 0;
    for (const ReliabilityBin& bin : calibration.bins) {
      binned += bin.right.of;
    }
    EXPECT_EQ(binned, validation.pairs_with_probabilities);
    for (const OperatingPoint& point : validation.trade_off) {
      expect_same(point.threshold, lowest_threshold(pairs, point.tolerated), 0);
      if (!std::isnan(point.threshold)) {
        EXPECT_EQ(point.false_flags.count, flags(pairs, false, point.threshold));
        EXPECT_EQ(point.found.count, flags(pairs, true, point.threshold));
      }
    }
  }
}

TEST(Validation, DoesNotDependOnTheOrderOfThePairs) {
  std::mt19937 random(6);
  for (int round = 0; round < 200; ++round) {
    Pairs pairs = random_pairs(random);
    const Validation before = validate(pairs);
    std::ranges::shuffle(pairs, random);
    const Validation after = validate(pairs);
    EXPECT_EQ(before.confusion, after.confusion);
    expect_same(before.macro_f1, after.macro_f1, 0);
    expect_same(before.spun_auc, after.spun_auc, 0);
    expect_same(before.calibration.ece, after.calibration.ece, 0);
    expect_same(before.calibration.brier, after.calibration.brier, 1e-12);
    expect_same(before.calibration.log_loss, after.calibration.log_loss, 1e-12);
    for (std::size_t i = 0; i < before.trade_off.size(); ++i) {
      expect_same(before.trade_off[i].threshold, after.trade_off[i].threshold, 0);
      EXPECT_EQ(before.trade_off[i].found.count, after.trade_off[i].found.count);
    }
  }
}

}  // namespace
}  // namespace unspin
