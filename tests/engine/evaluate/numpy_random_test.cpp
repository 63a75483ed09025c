// The expected numbers are those of NumPy 1.24.2.
#include "engine/evaluate/numpy_random.hpp"

#include <array>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace unspin {
namespace {

using Words = std::array<std::uint64_t, 4>;

Words first_words(std::uint64_t seed) {
  NumpyRandom random(seed);
  Words words{};
  for (std::uint64_t& word : words) {
    word = random.next_64();
  }
  return words;
}

std::vector<std::uint32_t> draws(std::uint32_t bound, std::size_t count) {
  NumpyRandom random(12345);
  std::vector<std::uint32_t> numbers(count);
  random.fill_below(bound, numbers);
  return numbers;
}

// rng.bit_generator.random_raw(4)
TEST(NumpyRandom, SeedsAsNumPyDoes) {
  EXPECT_EQ(first_words(12345), (Words{0x3a32b18db2ffc19d, 0x51171315c9e4c4de, 0xcc2024823444efd9,
                                       0xad1f06aea486e910}));
  EXPECT_EQ(first_words(0), (Words{0xa30febcfd9c2825f, 0x4510bdf882d9d721, 0x0a7d3da94ecde8b8,
                                   0x043b27b61342f01d}));
  EXPECT_EQ(
      first_words((std::uint64_t{1} << 40) + 7),
      (Words{0xd46e9e2034de21aa, 0x415badc99c087675, 0x275ed40f045acb84, 0xacac54758134b98b}));
}

// rng.choice(3004, size=(2, 6))
TEST(NumpyRandom, DrawsBelowABound) {
  EXPECT_EQ(draws(3004, 12), (std::vector<std::uint32_t>{2100, 682, 2369, 951, 613, 2395, 1930,
                                                         2031, 2969, 1174, 2521, 999}));
}

// rng.choice(3_000_000_000, size=8): three in ten draws are thrown away.
TEST(NumpyRandom, DrawsAgainWhereABoundWouldBeFavoured) {
  EXPECT_EQ(draws(3'000'000'000, 8),
            (std::vector<std::uint32_t>{2097645094, 682008066, 2365940964, 950275018, 2392096371,
                                        2028764011, 2518275128, 1794926260}));
}

// The whole of rng.choice(3004, size=(1000, 3004)), as a sum over place × number.
TEST(NumpyRandom, DrawsWholeBootstraps) {
  std::uint64_t sum = 0;
  std::uint64_t place = 0;
  for (const std::uint32_t number : draws(3004, std::size_t{1000} * 3004)) {
    sum += ++place * number;
  }
  EXPECT_EQ(sum, 6773806727607628U);
}

TEST(NumpyRandom, DrawsTheSameInParts) {
  NumpyRandom random(12345);
  std::vector<std::uint32_t> parts(12);
  random.fill_below(3004, std::span(parts).first(5));
  random.fill_below(3004, std::span(parts).subspan(5));
  EXPECT_EQ(parts, draws(3004, 12));
}

TEST(NumpyRandom, DrawsNothingWhereThereIsNoChoice) {
  NumpyRandom random(12345);
  std::array<std::uint32_t, 3> numbers{7, 7, 7};
  random.fill_below(1, numbers);
  EXPECT_EQ(numbers, (std::array<std::uint32_t, 3>{0, 0, 0}));
  EXPECT_EQ(random.next_64(), 0x3a32b18db2ffc19d);
}

// rng.integers(2, size=(2, 40), dtype=bool)
TEST(NumpyRandom, DrawsBits) {
  NumpyRandom random(12345);
  NumpyBits bits(random);
  std::string drawn;
  for (int i = 0; i < 80; ++i) {
    drawn += bits.next() ? '1' : '0';
  }
  EXPECT_EQ(drawn,
            "10111001100000111111111101001101101100011000110101001100010111000111101100100011");
}

}  // namespace
}  // namespace unspin
