#include "engine/kernel/ngram_counter.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>

namespace unspin {
namespace {

using Ids = std::vector<std::uint32_t>;

std::map<Ids, std::uint64_t> counts(const Ids& text, std::size_t n) {
  std::map<Ids, std::uint64_t> all;
  for (std::size_t i = 0; i + n <= text.size(); ++i) {
    const auto at = text.begin() + static_cast<std::ptrdiff_t>(i);
    ++all[Ids(at, at + static_cast<std::ptrdiff_t>(n))];
  }
  return all;
}

Ids random_ids(std::mt19937_64& random) {
  Ids text(random() % 30);
  for (auto& id : text) {
    id = static_cast<std::uint32_t>(random() % 4);
  }
  return text;
}

TEST(NgramCounter, CountsEachMatchAsOftenAsTheReferenceHasIt) {
  NgramCounter counter;
  const Ids reference{1, 2, 1, 2};
  const Ids hypothesis{1, 1, 1, 2};
  const TokenSpan references[] = {reference};
  const NgramMatches matches = counter.clipped_matches(references, hypothesis, 3);
  EXPECT_EQ(matches[0], 3u);  // 1 twice, 2 once
  EXPECT_EQ(matches[1], 1u);  // 1 2
  EXPECT_EQ(matches[2], 0u);
}

TEST(NgramCounter, AgreesWithMapsForOneAndSeveralReferences) {
  NgramCounter counter;
  std::mt19937_64 random(3);
  for (int sample = 0; sample < 3000; ++sample) {
    std::vector<Ids> references(1 + random() % 3);
    for (Ids& reference : references) {
      reference = random_ids(random);
    }
    const Ids hypothesis = random_ids(random);
    const std::vector<TokenSpan> spans(references.begin(), references.end());
    const NgramMatches matches = counter.clipped_matches(spans, hypothesis, 6);
    for (std::size_t n = 1; n <= 6; ++n) {
      std::uint64_t expected = 0;
      for (const auto& [ngram, count] : counts(hypothesis, n)) {
        std::uint64_t limit = 0;
        for (const Ids& reference : references) {
          limit = std::max(limit, counts(reference, n)[ngram]);
        }
        expected += std::min(count, limit);
      }
      ASSERT_EQ(matches[n - 1], expected) << "sample " << sample << ", order " << n;
    }
  }
}

TEST(NgramCounter, CountsDistinctNgramsInCommon) {
  NgramCounter counter;
  std::mt19937_64 random(4);
  for (int sample = 0; sample < 3000; ++sample) {
    const Ids a = random_ids(random);
    const Ids b = random_ids(random);
    for (std::size_t n = 1; n <= 4; ++n) {
      const auto of_a = counts(a, n);
      const auto of_b = counts(b, n);
      const auto both = static_cast<std::uint64_t>(std::ranges::count_if(
          of_a, [&](const auto& ngram) { return of_b.contains(ngram.first); }));
      const DistinctOverlap overlap = counter.distinct_overlap(a, b, n);
      ASSERT_EQ(overlap.first, of_a.size());
      ASSERT_EQ(overlap.second, of_b.size());
      ASSERT_EQ(overlap.both, both);
    }
  }
}

}  // namespace
}  // namespace unspin
