#include <gtest/gtest.h>
#include <random>
#include <string>

#include "tests/reference/oracles.hpp"
#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

using testing::score_of;

/// The textbook's names.
TEST(Jaro, KnowsWinklersNames) {
  EXPECT_NEAR(score_of("jaro", "DIXON", "DICKSONX").value, 0.767, 0.0005);
  EXPECT_NEAR(score_of("jaro_winkler", "DIXON", "DICKSONX").value, 0.813, 0.0005);
  EXPECT_NEAR(score_of("jaro", "DWAYNE", "DUANE").value, 0.822, 0.0005);
  EXPECT_NEAR(score_of("jaro_winkler", "DWAYNE", "DUANE").value, 0.840, 0.0005);
}

TEST(Jaro, CountsMatchesAndTranspositions) {
  EXPECT_EQ(score_of("jaro", "martha", "marhta").statistics, (std::vector<double>{6, 1, 6, 6}));
  EXPECT_EQ(score_of("jaro_winkler", "martha", "marhta").statistics,
            (std::vector<double>{6, 1, 6, 6, 3, 1}));
}

TEST(Jaro, ReadsCodePoints) {
  EXPECT_EQ(score_of("jaro", "é😀", "é😀").value, 1);
  EXPECT_EQ(score_of("jaro", "é", "è").value, 0) << "their first bytes are equal";
}

TEST(JaroWinkler, WeighsAPrefixOnlyOfTextsThatAreAlike) {
  EXPECT_EQ(score_of("jaro_winkler", "abcdwxyz", "abcd1234567").value,
            score_of("jaro", "abcdwxyz", "abcd1234567").value);
  EXPECT_EQ(score_of("jaro_winkler:prefix_weight=0", "martha", "marhta").value,
            score_of("jaro", "martha", "marhta").value);
  EXPECT_DOUBLE_EQ(score_of("jaro_winkler:prefix_weight=0.25", "abcdef", "abcdfe").value, 1);
}

/// Places that fall out of the window, and those that were taken before they did.
TEST(Jaro, OfLongTextsAgreesWithTheOracle) {
  std::mt19937_64 random(3);
  const auto letters = [&](std::size_t most, std::uint32_t distinct) {
    std::string text(random() % most, ' ');
    for (char& c : text) {
      c = static_cast<char>('a' + random() % distinct);
    }
    return text;
  };
  for (int sample = 0; sample < 300; ++sample) {
    const std::uint32_t distinct = sample % 2 == 0 ? 3 : 20;
    const std::string source = letters(300, distinct);
    const std::string rewrite = letters(sample % 3 == 0 ? 50 : 300, distinct);
    ASSERT_EQ(score_of("jaro", source, rewrite).value, reference::jaro(source, rewrite))
        << "source:  " << source << "\nrewrite: " << rewrite;
    ASSERT_EQ(score_of("jaro_winkler", source, rewrite).value,
              reference::jaro_winkler(source, rewrite));
  }
}

}  // namespace
}  // namespace unspin
