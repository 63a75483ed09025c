#include "engine/kernel/bit_parallel.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace unspin {
namespace {

using Ids = std::vector<std::uint32_t>;

std::size_t plain_levenshtein(const Ids& a, const Ids& b) {
  std::vector<std::vector<std::uint32_t>> d(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<std::uint32_t>(i + j);
      } else {
        d[i][j] = std::min(
            {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      }
    }
  }
  return d[a.size()][b.size()];
}

/// The same with swaps of two neighbours.
std::size_t plain_alignment(const Ids& a, const Ids& b) {
  std::vector<std::vector<std::uint32_t>> d(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<std::uint32_t>(i + j);
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

std::size_t plain_lcs(const Ids& a, const Ids& b) {
  std::vector<std::vector<std::uint32_t>> d(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = a[i - 1] == b[j - 1] ? d[i - 1][j - 1] + 1 : std::max(d[i - 1][j], d[i][j - 1]);
    }
  }
  return d[a.size()][b.size()];
}

/// Lengths around the 64 bits of a block, alphabets small and large.
TEST(BitParallel, AgreesWithThePlainTables) {
  BitParallel kernel;
  std::mt19937_64 random(1);
  for (int sample = 0; sample < 3000; ++sample) {
    const auto ids = [&] {
      Ids text(random() % (sample % 3 == 0 ? 10 : 200));
      const std::uint32_t letters = sample % 2 == 0 ? 3 : 40;
      for (auto& id : text) {
        id = static_cast<std::uint32_t>(random()) % letters * 0x01000193u;
      }
      return text;
    };
    const Ids a = ids();
    const Ids b = ids();
    ASSERT_EQ(kernel.levenshtein(a, b), plain_levenshtein(a, b)) << "sample " << sample;
    ASSERT_EQ(kernel.lcs_length(a, b), plain_lcs(a, b)) << "sample " << sample;
    ASSERT_EQ(kernel.optimal_string_alignment(a, b), plain_alignment(a, b)) << "sample " << sample;
    kernel.set_pattern(a);
    ASSERT_EQ(kernel.levenshtein_to_pattern(b), plain_levenshtein(a, b)) << "sample " << sample;
  }
}

/// A pattern longer than a strip; the lengths around its end, too.
TEST(BitParallel, WorksOffLongPatternsInStrips) {
  BitParallel kernel;
  std::mt19937_64 random(2);
  for (const std::size_t length : {BitParallel::longest_pattern - 1, BitParallel::longest_pattern,
                                   BitParallel::longest_pattern + 1, std::size_t{5000}}) {
    const auto ids = [&](std::size_t size) {
      Ids text(size);
      for (auto& id : text) {
        id = static_cast<std::uint32_t>(random() % 50);
      }
      return text;
    };
    const Ids a = ids(length);
    const Ids b = ids(length + 300);
    EXPECT_EQ(kernel.levenshtein(a, b), plain_levenshtein(a, b));
    EXPECT_EQ(kernel.optimal_string_alignment(a, b), plain_alignment(a, b));
    EXPECT_EQ(kernel.lcs_length(a, b), plain_lcs(a, b));
  }
}

/// Every second token changes places with its neighbour: also across the ends of blocks and strips.
TEST(BitParallel, FindsSwapsAcrossBlocksAndStrips) {
  BitParallel kernel;
  for (const std::size_t first : {0u, 1u}) {
    Ids a(BitParallel::longest_pattern + 200);
    for (std::size_t i = 0; i < a.size(); ++i) {
      a[i] = static_cast<std::uint32_t>(i);
    }
    Ids b = a;
    std::size_t swaps = 0;
    for (std::size_t i = first; i + 1 < b.size(); i += 2) {
      std::swap(b[i], b[i + 1]);
      ++swaps;
    }
    EXPECT_EQ(kernel.optimal_string_alignment(a, b), swaps);
  }
}

TEST(BitParallel, KnowsEmptyAndEqualTexts) {
  BitParallel kernel;
  const Ids text{1, 2, 3};
  EXPECT_EQ(kernel.levenshtein(text, text), 0u);
  EXPECT_EQ(kernel.levenshtein({}, text), 3u);
  EXPECT_EQ(kernel.levenshtein({}, {}), 0u);
  EXPECT_EQ(kernel.optimal_string_alignment(text, text), 0u);
  EXPECT_EQ(kernel.optimal_string_alignment(text, {}), 3u);
  EXPECT_EQ(kernel.lcs_length(text, text), 3u);
  EXPECT_EQ(kernel.lcs_length(text, {}), 0u);
}

}  // namespace
}  // namespace unspin
