#include "bench/minhash_lsh.hpp"

#include <cmath>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace unspin::bench {
namespace {

/// Words that no other number has.
std::string words(std::uint32_t first, std::uint32_t count) {
  std::string text;
  for (std::uint32_t i = first; i < first + count; ++i) {
    text += fmt::format("w{} ", i);
  }
  return text;
}

double agreement(const std::string& a, const std::string& b) {
  MinHasher hasher;
  const MinHashSignature of_a = hasher.signature(a);
  const MinHashSignature of_b = hasher.signature(b);
  double same = 0;
  for (std::size_t i = 0; i < of_a.size(); ++i) {
    same += of_a[i] == of_b[i] ? 1 : 0;
  }
  return same / static_cast<double>(of_a.size());
}

TEST(MinHasher, ValuesAgreeAsOftenAsTheShinglesAreShared) {
  // Windows of 1,004 words, 1,000 shingles, of which 1,000 - k are shared and 1,000 + k there are.
  double deviation = 0;
  for (std::uint32_t text = 0; text < 40; ++text) {
    const std::uint32_t shift = 25 * text;
    const std::uint32_t first = 10'000 * text;
    const double jaccard = (1000.0 - shift) / (1000.0 + shift);
    const double off = agreement(words(first, 1004), words(first + shift, 1004)) - jaccard;
    EXPECT_LT(std::fabs(off), 0.18) << shift;  // four standard deviations of 128 draws
    deviation += off / 40;
  }
  EXPECT_LT(std::fabs(deviation), 0.02);
}

TEST(MinHasher, CaseAndPunctuationDoNotCount) {
  EXPECT_EQ(agreement("One, two; THREE four \"five\" six.", "one two three four five six"), 1);
  EXPECT_LT(agreement("one two three four five six", "one two three four five 6"), 1);
}

TEST(MinHasher, TextsWithoutAShingleAreTheSame) {
  EXPECT_EQ(agreement("", "four words, no more"), 1);
}

TEST(MinHashLsh, FindsNearDuplicatesAndNothingElse) {
  MinHasher hasher;
  MinHashLsh lsh;
  for (std::uint32_t text = 0; text < 50; ++text) {
    lsh.add(hasher.signature(words(1000 * text, 800)));
  }
  std::vector<std::uint32_t> candidates = {7};
  lsh.find(hasher.signature("New: " + words(20'000, 780) + "the end"), candidates);
  EXPECT_EQ(candidates, std::vector<std::uint32_t>{20});
  lsh.find(hasher.signature(words(20'000, 80) + words(60'000, 720)), candidates);
  EXPECT_TRUE(candidates.empty());
}

}  // namespace
}  // namespace unspin::bench
