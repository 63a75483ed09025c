#include "scorers/verdict/training.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "engine/io/error.hpp"

namespace unspin {
namespace {

/// Figures of documents in which two things decide: how much was kept, how much was swapped. Around
/// the middle of each label they are spread by a fixed pattern.
std::vector<LabelledPair> made_up_pairs(std::size_t count) {
  std::vector<LabelledPair> pairs(count);
  for (std::size_t i = 0; i < count; ++i) {
    LabelledPair& pair = pairs[i];
    const double spread = static_cast<double>(i * 37 % 101) / 100 - 0.5;
    pair.truth = static_cast<Label>(i % probable_labels);
    pair.group = "origin " + std::to_string(i / 8);
    pair.kind = name_of(pair.truth);
    pair.family = pair.truth == Label::spun ? (i % 8 < 4 ? "one" : "two") : "";
    VerdictFeatures f;
    f.source_words = f.rewrite_words = 200;
    const double kept[] = {0.95, 0.7, 0.5, 0.05};
    f[Feature::kept] = kept[i % probable_labels] + spread / 4;
    f[Feature::content_swaps] = pair.truth == Label::spun ? 15 + 10 * spread : 3 + 5 * spread;
    pair.with_lexicon = pair.without_lexicon = f;
  }
  return pairs;
}

TEST(Training, TellsApartWhatIsDifferent) {
  const VerdictModel model = train(made_up_pairs(400), "none", {});
  const auto pairs = made_up_pairs(80);
  std::size_t right = 0;
  for (const LabelledPair& pair : pairs) {
    right += judged(model, pair, true, 0.05).answer == pair.truth ? 1u : 0u;
  }
  EXPECT_GE(right, 76u);
}

TEST(Training, HasASectionForEachLengthThatThePairsHave) {
  auto pairs = made_up_pairs(200);
  EXPECT_EQ(train(pairs, "none", {}).sections.size(), 2u);  // documents with and without
  for (std::size_t i = 0; i < 100; ++i) {
    pairs[i].with_lexicon.source_words = pairs[i].without_lexicon.source_words = 20;
  }
  const VerdictModel model = train(pairs, "none", {});
  EXPECT_EQ(model.sections.size(), 4u);
  EXPECT_NE(model.section_for(TextLength::sentence, false), nullptr);
}

TEST(Training, WithoutALexiconDoesNotReadWhatOnlyALexiconSays) {
  const VerdictModel model = train(made_up_pairs(200), "none", {});
  const auto& features = model.section_for(TextLength::document, false)->features;
  EXPECT_EQ(std::ranges::count(features, Feature::synonym_share), 0);
  EXPECT_EQ(features.size() + 2, model.section_for(TextLength::document, true)->features.size());
}

TEST(Training, TheSamePairsGiveTheSameBytesOnAnyNumberOfThreads) {
  const auto pairs = made_up_pairs(300);
  const std::string once = train(pairs, "none", {.threads = 1}).text();
  EXPECT_EQ(train(pairs, "none", {.threads = 1}).text(), once);
  EXPECT_EQ(train(pairs, "none", {.threads = 3}).text(), once);
}

TEST(Training, ReportsWhatItReachedAndWhichFamiliesItMissedWhenItDidNotKnowThem) {
  const std::string report = train(made_up_pairs(400), "en-0123", {}).report;
  for (const std::string text :
       {"400 labelled pairs; lexicon en-0123; 5 folds", "Documents with a lexicon",
        "400 pairs of 50 origins: 100 verbatim, 100 spun", "ECE",
        "each left out of the fit in turn", "  one  ", "  two  "}) {
    EXPECT_NE(report.find(text), std::string::npos) << text << "\n" << report;
  }
}

TEST(Training, OperatingPointsAllowNoMoreFalseFlagsThanTheySay) {
  const auto pairs = made_up_pairs(400);
  const VerdictModel model = train(pairs, "none", {});
  const VerdictSection& section = *model.section_for(TextLength::document, true);
  double last = 1;
  for (const auto& point : section.operating_points) {
    EXPECT_LE(point.least_probability, last * (1 + 1e-9));
    last = point.least_probability;
  }
  EXPECT_EQ(section.operating_points.front().max_false_flags, 0.0005);
}

TEST(Training, AHeavierClassIsAnsweredMoreOften) {
  const auto answered_spun = [](double weight) {
    TrainingOptions options;
    options.class_weights[static_cast<std::size_t>(Label::spun)] = weight;
    auto pairs = made_up_pairs(400);
    for (LabelledPair& pair : pairs) {  // all alike: only the weights decide
      pair.with_lexicon[Feature::content_swaps] = 5;
      pair.with_lexicon[Feature::kept] = 0.6;
    }
    const VerdictModel model = train(pairs, "none", options);
    const auto p = model.sections[0].probabilities(pairs[0].with_lexicon);
    return p[static_cast<std::size_t>(Label::spun)];
  };
  EXPECT_NEAR(answered_spun(1), 0.25, 0.01);
  EXPECT_NEAR(answered_spun(3), 0.5, 0.01);
}

std::string refusal(const std::vector<LabelledPair>& pairs, const TrainingOptions& options = {}) {
  try {
    train(pairs, "none", options);
  } catch (const Error& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Training, WhatCannotBeHeldBackOrToldApartIsAnError) {
  auto of_one_origin = made_up_pairs(120);
  auto of_one_label = made_up_pairs(120);
  for (std::size_t i = 0; i < 120; ++i) {
    of_one_origin[i].group = "the same";
    of_one_label[i].truth = Label::spun;
  }
  EXPECT_EQ(refusal(of_one_origin), "all 120 pairs are of one origin, or of origins in one fold");
  EXPECT_EQ(refusal(of_one_label), "all 120 pairs are of one label");
  EXPECT_EQ(refusal(made_up_pairs(120), {.penalties = {std::nan("")}}),
            "no penalty gave weights that are numbers");
}

TEST(Training, AFamilyWithoutOthersCannotBeLeftOutAndItsNameCannotSteerATerminal) {
  auto pairs = made_up_pairs(200);
  for (LabelledPair& pair : pairs) {
    pair.family = pair.family == "one" ? "o\x1b[31mne\n" : pair.family;
  }
  EXPECT_EQ(train(pairs, "none", {}).report.find('\x1b'), std::string::npos);
  for (LabelledPair& pair : pairs) {
    pair.family = "all";
  }
  EXPECT_EQ(train(pairs, "none", {}).report.find("left out"), std::string::npos);
}

TEST(Training, TooFewPairsAreAnError) {
  try {
    train(made_up_pairs(20), "none", {});
    FAIL() << "fitted to 20 pairs";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "20 labelled pairs are too few to fit a verdict");
  }
}

}  // namespace
}  // namespace unspin
