// What every metric in the catalogue must do, from its declaration alone.
#include <bit>
#include <gtest/gtest.h>
#include <omp.h>
#include <string>
#include <vector>

#include "scorers/catalogue.hpp"
#include "tests/build_kind.hpp"
#include "tests/files.hpp"
#include "tests/reference/oracle_of.hpp"
#include "tests/reference/random_texts.hpp"
#include "tests/scorers/example_lexicon.hpp"

namespace unspin {
namespace {

class EveryMetric : public ::testing::TestWithParam<const Scorer*> {
 protected:
  double score(std::string_view source, std::string_view rewrite) {
    return score_with(pair_, source, rewrite, source);
  }

  /// The reference is for metrics that need one.
  double score_with(PreparedPair& pair, std::string_view source, std::string_view rewrite,
                    std::string_view reference) const {
    const std::span<const std::string_view> references{&reference,
                                                       info().needs_references ? 1u : 0u};
    pair.assign({source, rewrite, references});
    const Selected selected{&scorer(), Settings(scorer().parameters), std::string(info().name)};
    std::vector<Score> scores;
    score_pair(pair, {&selected, 1}, scores);
    return scores[0].values[scorer().primary];
  }

  const Scorer& scorer() const { return *GetParam(); }
  const Info& info() const { return scorer().info; }

  /// Pairs of articles: some alike, some not.
  static std::vector<std::pair<std::string, std::string>> articles() {
    std::vector<std::pair<std::string, std::string>> all;
    for (const char* subject : testing::corpus_subjects) {
      for (const char* kind : {"spun", "reworded", "shortened", "same_topic"}) {
        all.emplace_back(testing::corpus_text(std::string(subject) + "/original"),
                         testing::corpus_text(std::string(subject) + "/" + kind));
      }
    }
    return all;
  }

  PreparedPair pair_{{}, testing::example_lexicon()};
};

TEST_P(EveryMetric, GivesItsWorkedExample) {
  const Example& example = info().example;
  EXPECT_DOUBLE_EQ(score_with(pair_, example.source, example.rewrite, example.reference),
                   example.value);
}

TEST_P(EveryMetric, StaysInItsRange) {
  for (const auto& [source, rewrite] : articles()) {
    const double value = score(source, rewrite);
    if (std::isnan(value)) {
      continue;
    }
    EXPECT_GE(value, info().range.least);
    EXPECT_LE(value, info().range.most);
  }
}

TEST_P(EveryMetric, KnowsATextAgainstItself) {
  for (const char* subject : testing::corpus_subjects) {
    const std::string text = testing::corpus_text(std::string(subject) + "/original");
    const double value = score(text, text);
    if (std::isnan(value)) {
      EXPECT_FALSE(info().undefined_when.empty()) << subject;
    } else if (!std::isnan(info().identity)) {  // else it varies
      EXPECT_DOUBLE_EQ(value, info().identity) << subject;
    }
  }
}

TEST_P(EveryMetric, IsSymmetricIfItSaysSo) {
  if (!info().symmetric) {
    GTEST_SKIP() << "not declared symmetric";
  }
  for (const auto& [source, rewrite] : articles()) {
    EXPECT_EQ(score(source, rewrite), score(rewrite, source));
  }
}

TEST_P(EveryMetric, TakesEmptyTexts) {
  for (const auto& [source, rewrite] :
       {std::pair{"", ""}, {"", "a cat"}, {"a cat", ""}, {" \n", "…"}}) {
    const double value = score(source, rewrite);
    if (std::isnan(value)) {
      EXPECT_FALSE(info().undefined_when.empty()) << "no value, and no reason for it";
    } else {
      EXPECT_GE(value, info().range.least);
      EXPECT_LE(value, info().range.most);
    }
  }
}

TEST_P(EveryMetric, HasNoValueWithoutTheReferencesItNeeds) {
  if (!info().needs_references) {
    GTEST_SKIP() << "compares with the source";
  }
  const Selected selected{&scorer(), Settings(scorer().parameters), std::string(info().name)};
  pair_.assign({"a cat", "a cat"});
  std::vector<Score> scores;
  score_pair(pair_, {&selected, 1}, scores);
  EXPECT_EQ(scores[0].missing_because(scorer()), "there are no references");
}

TEST_P(EveryMetric, GivesTheSameBitsOnAnyNumberOfThreads) {
  if (info().name == "ter" && testing::is_sanitized) {
    GTEST_SKIP() << "articles take it too long";
  }
  const auto pairs = articles();
  std::vector<std::uint64_t> expected;
  for (const int threads : {1, 2, 8}) {
    std::vector<std::uint64_t> bits(pairs.size());
    std::vector<PreparedPair> prepared;
    for (int thread = 0; thread < threads; ++thread) {
      prepared.emplace_back(Limits{}, testing::example_lexicon());
    }
#pragma omp parallel for num_threads(threads) schedule(dynamic, 1)
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      bits[i] = std::bit_cast<std::uint64_t>(
          score_with(prepared[static_cast<std::size_t>(omp_get_thread_num())], pairs[i].first,
                     pairs[i].second, pairs[i].first));
    }
    if (expected.empty()) {
      expected = bits;
    }
    EXPECT_EQ(bits, expected) << threads << " threads";
  }
}

TEST_P(EveryMetric, AgreesWithItsOracle) {
  if (info().family == Family::term || info().family == Family::spin) {
    GTEST_SKIP() << "has metamorphic tests instead";
  }
  const auto oracle = reference::oracle_of(info().name);
  ASSERT_TRUE(oracle) << "add one to tests/reference/oracle_of.cpp";
  const std::uint64_t samples = testing::is_sanitized ? 1'000 : 100'000;
  for (std::uint64_t seed = 0; seed < samples; ++seed) {
    const auto texts = reference::random_text_pair(seed);
    ASSERT_EQ(std::bit_cast<std::uint64_t>(score(texts.source, texts.rewrite)),
              std::bit_cast<std::uint64_t>(oracle(texts.source, texts.rewrite)))
        << "seed " << seed << "\nsource:  " << ::testing::PrintToString(texts.source)
        << "\nrewrite: " << ::testing::PrintToString(texts.rewrite);
  }
}

INSTANTIATE_TEST_SUITE_P(Catalogue, EveryMetric,
                         ::testing::ValuesIn(catalogue().begin(), catalogue().end()),
                         [](const ::testing::TestParamInfo<const Scorer*>& tested) {
                           std::string name;
                           for (const char c : tested.param->info.name) {
                             name += c == '+' ? std::string("Plus") : std::string(1, c);
                           }
                           return name;
                         });

}  // namespace
}  // namespace unspin
