#include "scorers/edit/beam_table.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace unspin {
namespace {

using Words = std::vector<std::uint32_t>;

Words random_words(std::size_t count, std::uint32_t distinct, std::mt19937_64& random) {
  Words words(count);
  std::ranges::generate(words, [&] { return static_cast<std::uint32_t>(random() % distinct); });
  return words;
}

TEST(BeamTable, FindsTheEditDistance) {
  BeamTable table;
  EXPECT_EQ(table.fill(Words{1, 2, 3}, Words{1, 3, 4}), 2u);
  EXPECT_EQ(table.fill(Words{}, Words{1, 3}), 2u);
  EXPECT_EQ(table.fill(Words{1, 3}, Words{1, 3}), 0u);
}

TEST(BeamTable, SeesOnlyWhatIsNearTheDiagonal) {
  EXPECT_EQ(beam_for(1), 25u);
  EXPECT_EQ(beam_for(100), 75u);
  std::mt19937_64 random(1);
  const Words reference = random_words(200, 1'000'000, random);
  Words shifted(40, 7);
  shifted.insert(shifted.end(), reference.begin(), reference.end() - 40);
  EXPECT_EQ(BeamTable().fill(shifted, reference), 200u) << "40 words off, with 25 in sight";
}

/// What follows a change costs what it did: short texts and long ones, the change at the start, in
/// the middle and at the end, within the beam's reach and beyond it.
TEST(BeamTable, AnswersForAChangedTextAsIfItWereFilledAnew) {
  std::mt19937_64 random(2);
  BeamTable table;
  for (const std::size_t length : {1u, 8u, 40u, 130u}) {
    for (const std::size_t other : {1u, 9u, 45u, 300u}) {
      const Words hypothesis = random_words(length, 20, random);
      const Words reference = random_words(other, 20, random);
      for (int trial = 0; trial < 20; ++trial) {
        const std::size_t from = random() % length;
        const std::size_t to = from + random() % (length - from) + 1;
        Words changed = hypothesis;
        std::ranges::shuffle(changed.begin() + static_cast<std::ptrdiff_t>(from),
                             changed.begin() + static_cast<std::ptrdiff_t>(to), random);
        table.fill(hypothesis, reference);
        EXPECT_EQ(table.distance_if(changed, from, to), BeamTable().fill(changed, reference))
            << length << " " << other << " " << from << " " << to;
      }
    }
  }
}

}  // namespace
}  // namespace unspin
