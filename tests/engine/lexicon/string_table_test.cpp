#include "engine/lexicon/string_table.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

using Numbers = std::vector<std::uint32_t>;

TEST(StringTable, FindsWhatItHolds) {
  std::vector<std::string> texts = {"", "b", "a b"};
  for (int i = 0; i < 1000; ++i) {
    texts.push_back("word" + std::to_string(i));
  }
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  const StringTableArrays arrays = make_string_table(views);
  const auto table = StringTable::over(arrays.offsets, arrays.bytes, arrays.slots);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->size(), texts.size());
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(table->text(i), texts[i]);
    EXPECT_EQ(table->find(texts[i]), i);
  }
  EXPECT_EQ(table->find("c"), StringTable::none);
  EXPECT_EQ(table->text(table->size()), "");
}

TEST(StringTable, MayBeEmpty) {
  const StringTableArrays arrays = make_string_table({});
  const auto table = StringTable::over(arrays.offsets, arrays.bytes, arrays.slots);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->size(), 0u);
  EXPECT_EQ(table->find(""), StringTable::none);
  EXPECT_EQ(StringTable().find("a"), StringTable::none);
}

TEST(StringTable, IsNotMadeOfWhatDoesNotFit) {
  const std::string bytes = "ab";
  const Numbers slots(4);
  EXPECT_TRUE(StringTable::over(Numbers{0, 1, 2}, bytes, slots));
  EXPECT_FALSE(StringTable::over(Numbers{}, bytes, slots));
  EXPECT_FALSE(StringTable::over(Numbers{1, 2}, bytes, slots));
  EXPECT_FALSE(StringTable::over(Numbers{0, 1}, bytes, slots));
  EXPECT_FALSE(StringTable::over(Numbers{0, 3}, bytes, slots));
  EXPECT_FALSE(StringTable::over(Numbers{0, 2, 1, 2}, bytes, slots));
  EXPECT_FALSE(StringTable::over(Numbers{0, 1, 2}, bytes, Numbers(3)));
}

TEST(StringTable, GivesUpInATableWithoutFreeSlots) {
  const std::string bytes = "ab";
  const Numbers offsets = {0, 1, 2};
  const Numbers nonsense = {1, 1, 99, ~0u};
  const auto table = StringTable::over(offsets, bytes, nonsense);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->find("b"), StringTable::none);
  EXPECT_EQ(table->find("a"), 0u);
}

}  // namespace
}  // namespace unspin
