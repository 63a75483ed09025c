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

/// Of four tokens, two of which have numbers that are not small any more.
Ids random_ids(std::mt19937_64& random) {
  constexpr std::uint32_t tokens[] = {0, 65'535, 65'536, 1'000'000};
  Ids text(random() % 30);
  for (auto& id : text) {
    id = tokens[random() % std::size(tokens)];
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

Ids long_text(std::size_t length, std::uint32_t distinct, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Ids text(length);
  for (auto& id : text) {
    id = static_cast<std::uint32_t>(random() % distinct);
  }
  return text;
}

std::uint64_t clipped(const Ids& hypothesis, const std::vector<Ids>& references, std::size_t n) {
  std::vector<std::map<Ids, std::uint64_t>> limits;
  for (const Ids& reference : references) {
    limits.push_back(counts(reference, n));
  }
  std::uint64_t matches = 0;
  for (const auto& [ngram, count] : counts(hypothesis, n)) {
    std::uint64_t limit = 0;
    for (const auto& of_reference : limits) {
      const auto found = of_reference.find(ngram);
      limit = std::max(limit, found == of_reference.end() ? 0 : found->second);
    }
    matches += std::min(count, limit);
  }
  return matches;
}

/// Tens of thousands of distinct n-grams, and a small text after a large one and before a larger.
TEST(NgramCounter, CountsRightWhenItsTablesGrow) {
  NgramCounter counter;
  const std::uint32_t distinct = 40;  // most n-grams occur once, some are in both texts
  std::uint64_t seed = 0;
  for (const std::size_t length : {200u, 12'000u, 7u, 20'000u, 300u}) {
    const std::vector<Ids> references = {long_text(length, distinct, ++seed),
                                         long_text(length / 2, distinct, ++seed)};
    const Ids hypothesis = long_text(length + length / 3, distinct, ++seed);
    const TokenSpan spans[] = {references[0], references[1]};
    const NgramMatches matches = counter.clipped_matches(spans, hypothesis, 4);
    for (std::size_t n = 1; n <= 4; ++n) {
      EXPECT_EQ(matches[n - 1], clipped(hypothesis, references, n)) << length << ", order " << n;
    }
    for (std::size_t n = 1; n <= 3; ++n) {
      const auto of_reference = counts(references[0], n);
      const auto of_hypothesis = counts(hypothesis, n);
      const DistinctOverlap overlap = counter.distinct_overlap(references[0], hypothesis, n);
      EXPECT_EQ(overlap.first, of_reference.size()) << length << ", order " << n;
      EXPECT_EQ(overlap.second, of_hypothesis.size()) << length << ", order " << n;
      EXPECT_EQ(overlap.both,
                static_cast<std::uint64_t>(std::ranges::count_if(
                    of_reference,
                    [&](const auto& ngram) { return of_hypothesis.contains(ngram.first); })))
          << length << ", order " << n;
    }
  }
}

TEST(NgramCounter, NumbersNgramsOrderByOrder) {
  NgramCounter counter;
  const Ids first = {5, 7, 5, 7};
  const Ids second = {7, 5, 9};
  std::vector<std::uint32_t> of_first(first.size());
  std::vector<std::uint32_t> of_second(second.size());
  for (int time = 0; time < 2; ++time) {
    counter.restart(1);
    of_first.assign(first.size(), 0);
    of_second.assign(second.size(), 0);
    counter.number_ngrams(first, 1, of_first);
    counter.number_ngrams(second, 1, of_second);
    EXPECT_EQ(of_first, (Ids{1, 2, 1, 2}));
    EXPECT_EQ(of_second, (Ids{2, 1, 3}));
    EXPECT_EQ(counter.last_number(), 3u);
    counter.number_ngrams(first, 2, of_first);
    counter.number_ngrams(second, 2, of_second);
    EXPECT_EQ(of_first, (Ids{4, 5, 4, 2})) << "the last token begins none";
    EXPECT_EQ(of_second, (Ids{5, 6, 3}));
  }
}

TEST(NgramCounter, CountsRightWhenEveryNgramIsNew) {
  NgramCounter counter;
  Ids text(50'000);
  for (std::size_t i = 0; i < text.size(); ++i) {
    text[i] = static_cast<std::uint32_t>(i);
  }
  const TokenSpan references[] = {text};
  const NgramMatches matches = counter.clipped_matches(references, text, highest_ngram_order);
  for (std::size_t n = 1; n <= highest_ngram_order; ++n) {
    EXPECT_EQ(matches[n - 1], text.size() + 1 - n);
  }
  const DistinctOverlap overlap = counter.distinct_overlap(text, text, 5);
  EXPECT_EQ(overlap.first, text.size() - 4);
  EXPECT_EQ(overlap.both, text.size() - 4);
}

}  // namespace
}  // namespace unspin
