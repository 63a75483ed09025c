#include "engine/report/validation_report.hpp"

#include <gtest/gtest.h>
#include <simdjson.h>

#include "engine/report/printable.hpp"

namespace unspin {
namespace {

using Pairs = std::vector<JudgedPair>;

std::string text_of(const Pairs& pairs) {
  std::string out;
  append_validation_text(validate(pairs), out);
  return out;
}

std::string json_of(const Pairs& pairs) {
  std::string out;
  append_validation_json(validate(pairs), out);
  return out;
}

Pairs six_pairs() {
  using Probabilities = std::array<double, probable_labels>;
  return {
      {Label::spun, Label::spun, Probabilities{0, 0.99, 0.01, 0}, "spinner"},
      {Label::spun, Label::paraphrase, Probabilities{0, 0.25, 0.75, 0}, "spinner"},
      {Label::paraphrase, Label::paraphrase, Probabilities{0, 0.25, 0.75, 0}, "translation"},
      {Label::paraphrase, Label::paraphrase, Probabilities{0, 0.25, 0.75, 0}, "translation"},
      {Label::verbatim, Label::verbatim, Probabilities{0.9, 0.05, 0.05, 0}, "revision"},
      {Label::verbatim, Label::too_short, {}, "revision"},
  };
}

TEST(ValidationText, SaysWhatAPersonWantsToKnow) {
  // clang-format off
  EXPECT_EQ(text_of(six_pairs()),
      "6 pairs, 5 with probabilities; intervals are of 95%\n"
      "Answered right 66.67% (30.00–90.32%), macro-F1 0.711\n"
      "Flagged though honest 0.00% (0.00–48.99%), ROC AUC of spun 0.8333\n"
      "\n"
      "Truth, and what was answered        verbatim          spun    paraphrase     unrelated     too_short\n"
      "  verbatim                                 1             0             0             0             1\n"
      "  spun                                     0             1             1             0             0\n"
      "  paraphrase                               0             0             2             0             0\n"
      "  unrelated                                0             0             0             0             0\n"
      "\n"
      "Label                                  pairs      answered     precision        recall            F1\n"
      "  verbatim                                 2             1       100.00%        50.00%         0.667\n"
      "  spun                                     2             1       100.00%        50.00%         0.667\n"
      "  paraphrase                               2             3        66.67%       100.00%         0.800\n"
      "  unrelated                                0             0             –             –             –\n"
      "\n"
      "Honest pairs by kind                   pairs       flagged   false flags      interval\n"
      "  in all                                   4             0         0.00%   0.00–48.99%\n"
      "  revision                                 2             0         0.00%   0.00–65.76%\n"
      "  translation                              2             0         0.00%   0.00–65.76%\n"
      "\n"
      "Spun pairs by kind                     pairs         found        recall      interval\n"
      "  in all                                   2             1        50.00%   9.45–90.55%\n"
      "  spinner                                  2             1        50.00%   9.45–90.55%\n"
      "\n"
      "Confidence                             pairs          said         right      interval\n"
      "  0.7500–0.7500                            3        75.00%        66.67%  20.77–93.85%\n"
      "  0.9000–0.9000                            1        90.00%       100.00% 20.65–100.00%\n"
      "  0.9900–0.9900                            1        99.00%       100.00% 20.65–100.00%\n"
      "  calibration error (ECE) 0.0720, Brier score 0.2780, log loss 0.4154\n"
      "\n"
      "Tolerated false flags           P(spun) from   false flags      interval        recall      interval\n"
      "  0.1%                                0.9900         0.00%   0.00–56.15%        50.00%   9.45–90.55%\n"
      "  0.2%                                0.9900         0.00%   0.00–56.15%        50.00%   9.45–90.55%\n"
      "  0.5%                                0.9900         0.00%   0.00–56.15%        50.00%   9.45–90.55%\n"
      "  1%                                  0.9900         0.00%   0.00–56.15%        50.00%   9.45–90.55%\n"
      "  2%                                  0.9900         0.00%   0.00–56.15%        50.00%   9.45–90.55%\n"
      "  5%                                  0.9900         0.00%   0.00–56.15%        50.00%   9.45–90.55%\n"
      "  10%                                 0.9900         0.00%   0.00–56.15%        50.00%   9.45–90.55%\n");
  // clang-format on
}

TEST(ValidationText, SaysThatThereIsNothingToSay) {
  const std::string text = text_of({});
  EXPECT_TRUE(
      text.starts_with("0 pairs, 0 with probabilities; intervals are of 95%\n"
                       "Answered right – (–), macro-F1 –\n"
                       "Flagged though honest – (–), ROC AUC of spun –\n"));
  EXPECT_TRUE(text.ends_with("\nNo probabilities: calibration and trade-off are not known.\n"));
  EXPECT_EQ(text.find("nan"), std::string::npos);
  EXPECT_EQ(text.find("by kind"), std::string::npos);
}

TEST(ValidationText, StaysWithinAHundredColumnsAndSteersNoTerminal) {
  Pairs pairs = six_pairs();
  pairs[2].kind = std::string(200, 'x');
  pairs[3].kind = "\x1b[2J翻訳翻訳翻訳翻訳翻訳翻訳翻訳翻訳翻訳翻訳翻訳";
  for (std::size_t i = 0; i < 20'000; ++i) {  // wide intervals: 99.98–100.00%
    pairs.push_back(pairs[i % 6]);
  }
  const std::string text = text_of(pairs);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    EXPECT_LE(columns_of(line), 100u) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
    at = end + 1;
  }
}

class ValidationJson : public ::testing::Test {
 protected:
  simdjson::dom::element parse(const Pairs& pairs) { return parser_.parse(json_of(pairs)).value(); }

 private:
  simdjson::dom::parser parser_;
};

TEST_F(ValidationJson, HasEveryNumberUnderItsName) {
  const auto json = parse(six_pairs());
  const auto number = [&](std::string_view pointer) {
    return json.at_pointer(pointer).get_double().value();
  };
  EXPECT_EQ(number("/pairs"), 6);
  EXPECT_EQ(number("/pairs_with_probabilities"), 5);
  EXPECT_EQ(number("/accuracy/count"), 4);
  EXPECT_EQ(number("/accuracy/of"), 6);
  EXPECT_EQ(number("/accuracy/value"), 4. / 6);
  EXPECT_EQ(number("/accuracy/interval/0"), wilson(4, 6).low);
  EXPECT_EQ(number("/accuracy/interval/1"), wilson(4, 6).high);
  EXPECT_NEAR(number("/macro_f1"), (2. / 3 + 2. / 3 + 0.8) / 3, 1e-15);
  EXPECT_EQ(number("/false_flags/of"), 4);
  EXPECT_EQ(number("/labels/paraphrase/support"), 2);
  EXPECT_EQ(number("/labels/paraphrase/precision/of"), 3);
  EXPECT_EQ(number("/labels/paraphrase/recall/value"), 1);
  EXPECT_EQ(number("/labels/paraphrase/f1"), 0.8);
  EXPECT_EQ(number("/confusion/verbatim/too_short"), 1);
  EXPECT_EQ(number("/confusion/spun/paraphrase"), 1);
  EXPECT_EQ(json.at_pointer("/kinds/1/kind").get_string().value(), "spinner");
  EXPECT_EQ(number("/kinds/1/recall/count"), 1);
  EXPECT_EQ(number("/kinds/2/false_flags/of"), 2);
  EXPECT_EQ(number("/spun_auc"), 5. / 6);
  EXPECT_NEAR(number("/calibration/ece"), (3 * (0.75 - 2. / 3) + 0.1 + 0.01) / 5, 1e-15);
  EXPECT_GT(number("/calibration/brier"), 0);
  EXPECT_GT(number("/calibration/log_loss"), 0);
  EXPECT_EQ(number("/calibration/bins/0/least"), 0.75);
  EXPECT_EQ(number("/calibration/bins/0/most"), 0.75);
  EXPECT_EQ(number("/calibration/bins/0/confidence"), 0.75);
  EXPECT_EQ(number("/calibration/bins/0/right/count"), 2);
  EXPECT_EQ(number("/trade_off/3/tolerated"), 0.01);
  EXPECT_EQ(number("/trade_off/3/threshold"), 0.99);
  EXPECT_EQ(number("/trade_off/3/false_flags/of"), 3);
  EXPECT_EQ(number("/trade_off/3/recall/value"), 0.5);
}

TEST_F(ValidationJson, SaysNullForWhatHasNoValue) {
  const auto json = parse({});
  for (const char* pointer :
       {"/accuracy/value", "/accuracy/interval/0", "/macro_f1", "/labels/spun/f1",
        "/labels/spun/precision/value", "/spun_auc", "/calibration/ece", "/calibration/brier",
        "/calibration/log_loss", "/trade_off/0/threshold", "/trade_off/0/recall/value"}) {
    EXPECT_TRUE(json.at_pointer(pointer).value().is_null()) << pointer;
  }
  EXPECT_EQ(json.at_pointer("/kinds").get_array().value().size(), 0u);
  EXPECT_EQ(json.at_pointer("/calibration/bins").get_array().value().size(), 0u);
}

TEST_F(ValidationJson, EscapesTheNamesOfKinds) {
  Pairs pairs = six_pairs();
  pairs[0].kind = "a \"quoted\"\nkind";
  EXPECT_EQ(parse(pairs).at_pointer("/kinds/0/kind").get_string().value(), pairs[0].kind);
}

}  // namespace
}  // namespace unspin
