#include "engine/align/swaps.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "engine/score/prepared_pair.hpp"

namespace unspin {
namespace {

SwapTable swaps(std::string_view source, std::string_view rewrite) {
  PreparedPair pair;
  pair.assign({source, rewrite});
  return pair.swaps();
}

const Substitution* find(const SwapTable& table, std::string_view from, std::string_view to) {
  const auto found = std::ranges::find_if(
      table.rows, [&](const Substitution& row) { return row.from == from && row.to == to; });
  return found == table.rows.end() ? nullptr : &*found;
}

TEST(Swaps, CountWhatBecameOfAWord) {
  const SwapTable table = swaps("The brand grew. A brand's shop sold the brand. The shop closed.",
                                "The model grew. A model's shop sold the model. The store closed.");
  const Substitution* brand = find(table, "brand", "model");
  ASSERT_NE(brand, nullptr);
  EXPECT_EQ(brand->count, 3u);  // the possessive is the same swap
  EXPECT_EQ(brand->available, 3u);
  EXPECT_EQ(brand->kind, SwapKind::constant);
  const Substitution* shop = find(table, "shop", "store");
  ASSERT_NE(shop, nullptr);
  EXPECT_EQ(shop->kind, SwapKind::other);
  EXPECT_EQ(shop->available, 2u);
  EXPECT_EQ(table.content_swaps, 4u);
  EXPECT_EQ(table.constant_swaps, 3u);
}

TEST(Swaps, LeadWithTheMostTelling) {
  const SwapTable table = swaps("goals matter such as this brand and that brand and goals",
                                "goal matter like this model and that model and goal");
  ASSERT_FALSE(table.rows.empty());
  EXPECT_EQ(table.rows[0].from, "brand");
  EXPECT_EQ(table.rows.back().kind, SwapKind::inflection);
}

TEST(Swaps, OfUnequalLengthAreOneSwap) {
  const SwapTable table = swaps("platforms such as Reddit", "platforms like Reddit");
  ASSERT_NE(find(table, "such as", "like"), nullptr);
  EXPECT_EQ(table.short_replacements, 1u);
  EXPECT_EQ(table.content_replacements, 0u);  // no content word was swapped
}

TEST(Swaps, TellNamesThatWereDamaged) {
  const SwapTable table = swaps("says Erica Finley today", "says Erika Finlay today");
  const Substitution* name = find(table, "erica", "erika");
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->kind, SwapKind::near_spelling);
  EXPECT_EQ(table.content_swaps, 0u);  // damage, not a synonym
}

TEST(Swaps, OfAMappingThatIsNotConstantAreNot) {
  const SwapTable table = swaps("a shop here. a shop there. a shop now.",
                                "a store here. a boutique there. a kiosk now.");
  EXPECT_EQ(table.content_swaps, 3u);
  EXPECT_EQ(table.constant_swaps, 0u);
}

}  // namespace
}  // namespace unspin
