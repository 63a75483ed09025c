// What the property test's short ASCII texts do not reach: swaps with edits between and within
// them, lengths far apart, texts that are long and alike (a narrow band) or not (a wide one).
#include <gtest/gtest.h>
#include <random>
#include <string>

#include "tests/reference/oracles.hpp"
#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

double distance(const std::string& metric, const std::string& source, const std::string& rewrite) {
  return testing::score_of(metric, source, rewrite).statistics.at(0);
}

TEST(Damerau, EditsWhatIsSwappedAgain) {
  EXPECT_EQ(distance("damerau", "ca", "abc"), 2);
  EXPECT_EQ(distance("osa", "ca", "abc"), 3);
  EXPECT_EQ(distance("levenshtein", "ca", "abc"), 3);
  EXPECT_EQ(distance("damerau", "ab", "bxxa"), 3) << "a swap with two insertions between";
  EXPECT_EQ(distance("damerau", "axxb", "ba"), 3) << "a swap with two deletions between";
}

TEST(Damerau, SwapsCodePointsNotBytes) {
  EXPECT_EQ(distance("damerau", "größe", "grßöe"), 1);
  EXPECT_EQ(distance("osa", "größe", "grßöe"), 1);
  EXPECT_EQ(distance("osa", "a😀b", "ab😀"), 1);
}

std::string letters(std::size_t count, std::uint32_t distinct, std::mt19937_64& random) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += static_cast<char>('a' + random() % distinct);
  }
  return text;
}

/// Swaps, drops, doubles or replaces as many letters, anywhere.
std::string edited(std::string text, std::size_t edits, std::mt19937_64& random) {
  for (std::size_t i = 0; i < edits && text.size() > 1; ++i) {
    const std::size_t at = random() % (text.size() - 1);
    switch (random() % 4) {
      case 0:
        std::swap(text[at], text[at + 1]);
        break;
      case 1:
        text.erase(at, 1);
        break;
      case 2:
        text.insert(at, 1, text[at + 1]);
        break;
      default:
        text[at] = text[random() % text.size()];
    }
  }
  return text;
}

TEST(Damerau, OfTextsThatAreAlikeOrNotAgreesWithTheOracle) {
  std::mt19937_64 random(1);
  for (int sample = 0; sample < 400; ++sample) {
    const std::uint32_t distinct = sample % 3 == 0 ? 2 : 26;
    const std::string source = letters(random() % 150, distinct, random);
    const std::string rewrite = sample % 4 == 0 ? letters(random() % 150, distinct, random)
                                                : edited(source, random() % 30, random);
    for (const auto& [metric, oracle] : {std::pair{"damerau", &reference::damerau_similarity},
                                         {"osa", &reference::osa_similarity}}) {
      ASSERT_EQ(testing::score_of(metric, source, rewrite).value, oracle(source, rewrite))
          << metric << "\nsource:  " << source << "\nrewrite: " << rewrite;
    }
  }
}

Measured outcome_of(const std::string& metric, std::uint64_t edit_cells, const std::string& source,
                    const std::string& rewrite) {
  PreparedPair pair({.edit_cells = edit_cells});
  pair.assign({source, rewrite});
  std::vector<Selected> selected;
  select(metric, selected);
  std::vector<Score> scores;
  score_pair(pair, selected, scores);
  return scores.at(0).outcome;
}

/// Its cells are dear, but only those near the diagonal are looked at.
TEST(Damerau, IsSkippedWhenItsBandIsOverTheLimit) {
  std::mt19937_64 random(2);
  const std::string source = letters(1000, 26, random);
  constexpr std::uint64_t limit = 10'000'000;
  EXPECT_EQ(outcome_of("damerau", limit, source, edited(source, 20, random)), Measured::done);
  EXPECT_EQ(outcome_of("damerau", limit, source, letters(1000, 26, random)), Measured::over_budget);
}

TEST(EditMetrics, AreSkippedOverTheLimit) {
  for (const char* metric :
       {"osa", "damerau", "lcs", "indel", "ratio", "token_sort_ratio", "token_set_ratio", "wer"}) {
    EXPECT_EQ(outcome_of(metric, 8, "one two three", "four five six"), Measured::over_budget)
        << metric;
  }
}

}  // namespace
}  // namespace unspin
