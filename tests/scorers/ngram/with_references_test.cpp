// What random pairs with the source as their only reference do not show: several references.
#include <bit>
#include <functional>

#include "tests/reference/oracles.hpp"
#include "tests/reference/random_texts.hpp"
#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

using testing::score_of;
using References = std::vector<std::string>;

struct Case {
  std::string metric;
  std::function<double(const std::string& source, const std::string& rewrite, const References&)>
      oracle;
};

class WithReferences : public ::testing::TestWithParam<Case> {};

TEST_P(WithReferences, AgreesWithItsOracle) {
  std::vector<Selected> selected;
  select(GetParam().metric, selected);
  PreparedPair pair;
  std::vector<Score> scores;
  for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
    const auto texts = reference::random_text_pair(seed);
    References references;
    for (std::uint64_t i = 0; i <= seed % 3; ++i) {
      references.push_back(reference::random_text_pair(seed + 17 * i).rewrite);
      references.push_back(reference::random_text_pair(seed + i).source);
    }
    const std::vector<std::string_view> views(references.begin(), references.end());
    pair.assign({texts.source, texts.rewrite, views});
    score_pair(pair, selected, scores);
    ASSERT_EQ(
        std::bit_cast<std::uint64_t>(scores[0].values[0]),
        std::bit_cast<std::uint64_t>(GetParam().oracle(texts.source, texts.rewrite, references)))
        << "seed " << seed;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Ngram, WithReferences,
    ::testing::Values(
        Case{"gleu", [](const std::string&, const std::string& rewrite,
                        const References& all) { return reference::gleu(all, rewrite); }},
        Case{"nist", [](const std::string&, const std::string& rewrite,
                        const References& all) { return reference::nist(all, rewrite); }},
        Case{"sari", [](const std::string& source, const std::string& rewrite,
                        const References& all) { return reference::sari(source, rewrite, all); }}),
    [](const auto& tested) { return tested.param.metric; });

TEST(Ibleu, IsOfTwoBleuScores) {
  const std::string source = "the cat sat on the mat today";
  const std::string rewrite = "a cat lay on the mat today";
  const References references = {"a cat was on the mat today", "a tomcat lay on the rug"};
  const double with_references = score_of("bleu", source, rewrite, nullptr, references).value;
  const double with_source = score_of("bleu", source, rewrite).value;
  EXPECT_EQ(score_of("ibleu", source, rewrite, nullptr, references).value,
            0.8 * with_references - (1 - 0.8) * with_source);
  EXPECT_EQ(score_of("ibleu:alpha=1", source, rewrite, nullptr, references).value, with_references);
  EXPECT_EQ(score_of("ibleu:alpha=0", source, rewrite, nullptr, references).value, -with_source);
}

TEST(Gleu, CountsTheOrdersThatAreAskedFor) {
  EXPECT_EQ(score_of("gleu:min_len=2,max_len=2", "a b c", "a b d").value, 0.5);
  EXPECT_EQ(score_of("gleu:min_len=3,max_len=2", "a b c", "a b c").value, 0) << "there are none";
  EXPECT_EQ(score_of("gleu:tokenize=13a,max_len=1", "stop !", "stop!").value, 1);
}

TEST(Nist, CountsTheOrdersThatAreAskedFor) {
  EXPECT_EQ(score_of("nist:order=1", "a b c d", "a b c d").value, 2) << "log₂ 4 bits a word";
  EXPECT_EQ(score_of("nist", "a b c d", "").value, 0);
  EXPECT_EQ(score_of("nist", "", "a b c d").value, 0);
}

TEST(Sari, TellsWhatWasDone) {
  const auto copied = score_of("sari", "the old cat sat down", "the old cat sat down", nullptr,
                               {"the old cat sat down"});
  EXPECT_EQ(copied.values[1], 0) << "nothing to add";
  EXPECT_EQ(copied.values[2], 100);
  EXPECT_EQ(copied.values[3], 0) << "nothing to delete";
  const auto lower = score_of("sari", "The OLD cat.", "the old cat .", nullptr, {"the old cat."});
  EXPECT_EQ(lower.values[1], 0) << "case and 13a tokens change nothing";
}

}  // namespace
}  // namespace unspin
