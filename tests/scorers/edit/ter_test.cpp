// Texts that the property test's short ones do not reach: lengths far apart, and more candidate
// shifts than the search may look at.
#include <bit>
#include <cstdint>
#include <gtest/gtest.h>
#include <random>
#include <string>

#include "tests/reference/oracles.hpp"
#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

/// By the metric, once the oracle agrees to the last bit.
double ter(const std::string& reference, const std::string& hypothesis) {
  const double found = testing::score_of("ter", reference, hypothesis).value;
  EXPECT_EQ(std::bit_cast<std::uint64_t>(found),
            std::bit_cast<std::uint64_t>(reference::ter(reference, hypothesis)));
  return found;
}

std::string words(std::size_t count, std::uint32_t distinct, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += "w" + std::to_string(random() % distinct) + " ";
  }
  return text;
}

std::string counted(std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) {
    text += "n" + std::to_string(i) + " ";
  }
  return text;
}

/// The search looks no farther than 525 words from the diagonal, and goes on from each row where
/// the next one can see: words are only found where two rows overlap.
TEST(Ter, OfThreeWordsAgainst3000IsWhatIsMissing) {
  const std::string reference = counted(0, 3000);
  EXPECT_DOUBLE_EQ(ter(reference, "n999 n1499 n2499"), 100.0 * 2997 / 3000);
  EXPECT_DOUBLE_EQ(ter(reference, "n1500 n1501 n1502"), 100.0 * 2998 / 3000);
  EXPECT_DOUBLE_EQ(ter(reference, "n0 n1 n2"), 100) << "too far from the diagonal";
  EXPECT_DOUBLE_EQ(ter(reference, "x y z"), 100);
}

TEST(Ter, Of3000WordsAgainstThreeIsWhatIsTooMuch) {
  const std::string hypothesis = counted(0, 3000);
  EXPECT_DOUBLE_EQ(ter("n0 n1 n2", hypothesis), 100.0 * 2997 / 3);
  EXPECT_DOUBLE_EQ(ter("x y z", hypothesis), 100.0 * 3000 / 3);
}

TEST(Ter, OfLengthsFarApartAgreesWithTheOracle) {
  std::uint64_t seed = 0;
  for (const auto& [a, b] : {std::pair{3u, 3000u}, {1u, 200u}, {10u, 120u}, {40u, 400u}}) {
    for (const std::uint32_t distinct : {2u, 20u}) {
      const std::string one = words(a, distinct, ++seed);
      const std::string other = words(b, distinct, ++seed);
      EXPECT_GT(ter(one, other), 0);
      EXPECT_GT(ter(other, one), 0);
    }
  }
}

/// With two different words nearly every block could be shifted nearly anywhere: the candidates
/// are used up in the first round or in a later one.
TEST(Ter, ThatUsesUpItsCandidatesAgreesWithTheOracle) {
  std::uint64_t seed = 100;
  for (const std::size_t length : {30u, 60u, 90u}) {
    for (const std::uint32_t distinct : {2u, 5u, 30u}) {
      const std::string reference = words(length, distinct, ++seed);
      ter(reference, words(length + distinct % 7, distinct, ++seed));
    }
  }
}

/// A shift changes a part of the table: over the beam's edge, at its ends, of unequal lengths.
TEST(Ter, OfLongTextsWithManyEditsAgreesWithTheOracle) {
  for (const std::size_t length : {130u, 200u, 330u}) {
    const std::string reference = words(length, 60, length);
    const std::string other = words(length * 3 / 4, 60, length + 1);
    ter(reference, words(length / 4, 60, 5) + reference + words(length / 5, 60, 6));
    ter(reference, other);
    ter(other, reference);
  }
}

TEST(Ter, CutsReferencesTwiceWhenItNormalizes) {
  // By the first cut "it's," is one token, by the second "it 's ,".
  EXPECT_DOUBLE_EQ(testing::score_of("ter:normalized", "it's, now", "it 's , now").value, 0);
  EXPECT_DOUBLE_EQ(testing::score_of("ter:normalized", "it's, now", "it's, now").value, 50);
}

TEST(Ter, OfLongTextsAgreesWithTheOracle) {
  const std::string reference = words(300, 200, 7);
  ter(reference,
      reference.substr(reference.size() / 2) + reference.substr(0, reference.size() / 2));
  ter(reference, reference.substr(reference.size() / 3));
}

}  // namespace
}  // namespace unspin
