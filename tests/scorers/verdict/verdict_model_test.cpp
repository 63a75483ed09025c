#include "scorers/verdict/verdict_model.hpp"

#include <gtest/gtest.h>

#include "engine/io/error.hpp"

namespace unspin {
namespace {

/// Spun from 10 content swaps on, verbatim if all is kept.
const std::string two_features =
    "unspin-verdict 1\n"
    "# a remark\n"
    "section document with-lexicon 2\n"
    "flags 0.01 0.9\n"
    "flags 0.1 0.6\n"
    "intercept 0 -2 0.5 -1\n"
    "content_swaps 0 2 8 1 0.5 -1 2 0 0\n"
    "kept 0.1 0.5 0.9 0.5 0.25 2 0 0 -2\n"
    "#| 12 pairs\n";

VerdictFeatures features(double content_swaps, double kept) {
  VerdictFeatures f;
  f.source_words = f.rewrite_words = 100;
  f[Feature::content_swaps] = content_swaps;
  f[Feature::kept] = kept;
  return f;
}

std::string refusal(const std::string& text) {
  try {
    VerdictModel::parse(text, "my.model");
  } catch (const Error& error) {
    EXPECT_EQ(error.remedy(), "use a file that unspin train wrote");
    return error.what();
  }
  return "accepted";
}

TEST(VerdictModel, ReadsWhatAPersonCanRead) {
  const VerdictModel model = VerdictModel::parse(two_features, "my.model");
  ASSERT_EQ(model.sections.size(), 1u);
  const VerdictSection& section = model.sections[0];
  EXPECT_EQ(section.features, (std::vector{Feature::content_swaps, Feature::kept}));
  EXPECT_EQ(section.logistic.weights, (std::vector<double>{-1, 2, 2, 0, 0, 0, 0, -2}));
  EXPECT_EQ(section.honest[1].median, 0.5);
  EXPECT_EQ(model.report, "12 pairs\n");
  EXPECT_EQ(model.section_for(TextLength::document, true), &section);
  EXPECT_EQ(model.section_for(TextLength::document, false), nullptr);
  EXPECT_EQ(model.section_for(TextLength::too_short, true), nullptr);
}

TEST(VerdictModel, WritesWhatItReads) {
  const VerdictModel model = VerdictModel::parse(two_features, "my.model");
  const VerdictModel again = VerdictModel::parse(model.text(), "again");
  EXPECT_EQ(again.text(), model.text());
  EXPECT_EQ(again.sections[0].logistic.weights, model.sections[0].logistic.weights);
  EXPECT_EQ(again.report, model.report);
  EXPECT_EQ(again.name(), model.name());
}

TEST(VerdictModel, ItsNameChangesWithAWeight) {
  std::string other = two_features;
  other.replace(other.find("-1 2 0 0"), 2, "-2");
  EXPECT_NE(VerdictModel::parse(other, "").name(), VerdictModel::parse(two_features, "").name());
}

TEST(VerdictModel, ProbabilitiesAddUpToOne) {
  const VerdictSection section = VerdictModel::parse(two_features, "").sections[0];
  const auto p = section.probabilities(features(15, 0.7));
  EXPECT_NEAR(p[0] + p[1] + p[2] + p[3], 1, 1e-12);
  EXPECT_GT(p[1], 0.9);
  EXPECT_GT(section.probabilities(features(0, 1))[0], 0.9);
}

TEST(VerdictModel, AFlagNeedsTheProbabilityOfTheOperatingPoint) {
  const VerdictSection section = VerdictModel::parse(two_features, "").sections[0];
  const std::array<double, probable_labels> likely = {0, 0.7, 0.2, 0.1};
  EXPECT_EQ(section.decide(likely, 0.1), Label::spun);
  EXPECT_EQ(section.decide(likely, 0.01), Label::paraphrase);
  EXPECT_EQ(section.decide(likely, 0.05), Label::paraphrase);  // between points: the stricter
  EXPECT_EQ(section.decide({0, 0.95, 0.05, 0}, 0.01), Label::spun);
  EXPECT_EQ(section.decide({0, 0.9, 0.1, 0}, 0.001), Label::paraphrase);  // no such point
  // However many false flags are allowed, spun must be the most probable label.
  EXPECT_EQ(section.decide({0.65, 0.61, 0, 0}, 0.1), Label::verbatim);
  EXPECT_EQ(section.decide({0.1, 0.2, 0.3, 0.4}, 0.1), Label::unrelated);
}

TEST(VerdictModel, ADamagedFileIsRefusedWithItsLine) {
  EXPECT_EQ(refusal(""), "my.model: line 0: the first line should be \"unspin-verdict 1\"");
  EXPECT_EQ(refusal("unspin-verdict 1\n"), "my.model: line 1: there is no section");
  EXPECT_EQ(refusal("unspin-verdict 1\nkept 1 2 3\n"),
            "my.model: line 2: a section should come first");
  EXPECT_EQ(refusal("unspin-verdict 1\nsection poem with-lexicon 2\n"),
            "my.model: line 2: there is no section \"poem with-lexicon\"");
  std::string text = two_features;
  text.replace(text.find("content_swaps"), 13, "swaps_of_hats");
  EXPECT_EQ(refusal(text), "my.model: line 7: there is no feature \"swaps_of_hats\"");
  text = two_features;
  text.replace(text.find("0.9\n"), 3, "abc");
  EXPECT_EQ(refusal(text), "my.model: line 4: \"abc\" should be a number");
  text = two_features;
  text.replace(text.find("0.25 2"), 4, "0   ");
  EXPECT_EQ(refusal(text), "my.model: line 8: the deviation should be above 0");
}

TEST(VerdictModel, ACutFileIsRefusedWhereverItIsCutBetweenLines) {
  const std::string second =
      "section sentence with-lexicon 1\nintercept 0 1 2 3\nkept 0 1 1 0 1 1 1 1 1\n";
  const std::string all = two_features + second;
  EXPECT_EQ(VerdictModel::parse(all, "").sections.size(), 2u);
  for (std::size_t end = all.find('\n'); end + 1 < all.size(); end = all.find('\n', end + 1)) {
    const std::string cut = all.substr(0, end + 1);
    const bool is_whole_section =
        cut.size() >= two_features.find("#| 12") && cut.size() <= two_features.size();
    EXPECT_EQ(refusal(cut) == "accepted", is_whole_section) << cut;
  }
}

TEST(VerdictModel, NothingIsTakenTwice) {
  std::string text = two_features;
  text.replace(text.find("kept 0.1"), 4, "content_swaps");
  EXPECT_EQ(refusal(text), "my.model: line 8: the section has this feature, or enough of them");
  EXPECT_EQ(refusal(two_features + "jaccard 0 1 1 0 1 1 1 1 1\n"),
            "my.model: line 10: the section has this feature, or enough of them");
  EXPECT_EQ(refusal(two_features + two_features.substr(two_features.find("section"))),
            "my.model: line 10: the section was there before");
  EXPECT_EQ(refusal(two_features + "intercept 1 1 1 1\n"),
            "my.model: line 10: there is one intercept for each label");
}

TEST(VerdictModel, NumbersWithWhichNothingCanBeCountedAreRefused) {
  for (const std::string number : {"nan", "inf", "1e999", "1e300", "-1e7"}) {
    std::string text = two_features;
    text.replace(text.find("intercept 0"), 11, "intercept " + number);
    EXPECT_EQ(refusal(text), "my.model: line 6: \"" + number + "\" should be a number");
  }
}

TEST(VerdictModel, TheShippedOneJudgesAllLengthsWithAndWithoutALexicon) {
  for (const TextLength length : {TextLength::sentence, TextLength::document}) {
    for (const bool has_lexicon : {true, false}) {
      const VerdictSection* section = VerdictModel::shipped().section_for(length, has_lexicon);
      ASSERT_NE(section, nullptr);
      EXPECT_FALSE(section->operating_points.empty());
    }
  }
  EXPECT_FALSE(VerdictModel::shipped().report.empty());
}

}  // namespace
}  // namespace unspin
