#include "scorers/term/near_miss.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace unspin {
namespace {

TEST(NearMiss, IsAWordOneOrTwoEditsAway) {
  EXPECT_TRUE(is_near_miss("erica", "erika"));
  EXPECT_TRUE(is_near_miss("finley", "finlay"));
  EXPECT_TRUE(is_near_miss("catherine", "kathrine"));
  EXPECT_TRUE(is_near_miss("excluder", "excluders"));
  EXPECT_FALSE(is_near_miss("catherine", "kathrin"));
  EXPECT_FALSE(is_near_miss("group", "community"));
}

TEST(NearMiss, IsNotTheWordItself) {
  EXPECT_FALSE(is_near_miss("erica", "erica"));
  EXPECT_FALSE(is_near_miss("", ""));
}

TEST(NearMiss, OfAShortWordIsOneEditAway) {
  EXPECT_FALSE(is_near_miss("john", "jon")) << "under four letters";
  EXPECT_TRUE(is_near_miss("anna", "hanna"));
  EXPECT_FALSE(is_near_miss("anna", "hannah"));
  EXPECT_FALSE(is_near_miss("cat", "cut"));
  EXPECT_FALSE(is_near_miss("cat", "cats"));
}

TEST(NearMiss, CountsExchangedNeighboursAsOneEdit) {
  EXPECT_TRUE(is_near_miss("form", "from"));
  EXPECT_TRUE(is_near_miss("brian", "brain"));
  EXPECT_FALSE(is_near_miss("abcd", "badc")) << "two exchanges are too many for four letters";
  EXPECT_TRUE(is_near_miss("abcde", "badce"));
}

TEST(NearMiss, CountsCodePointsNotBytes) {
  EXPECT_TRUE(is_near_miss("müller", "mueller"));
  EXPECT_TRUE(is_near_miss("zoë's", "zoe's"));
  EXPECT_FALSE(is_near_miss("été", "ete")) << "three letters, whatever their bytes";
}

TEST(NearMiss, IsNothingThatIsTooLongToBeAWord) {
  const std::string word(64, 'a');
  EXPECT_TRUE(is_near_miss(word, word.substr(1) + "b"));
  EXPECT_FALSE(is_near_miss(word + "a", word + "b"));
}

/// The whole table, by the definition.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                              table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

TEST(NearMiss, AgreesWithTheWholeTable) {
  std::vector<std::string> words;
  for (unsigned bits = 0; bits < 128; ++bits) {  // all words of 4 to 7 letters, a or b
    for (std::size_t length = 4; length <= 7; ++length) {
      if (bits >> length != 0) {
        continue;
      }
      std::string word;
      for (std::size_t i = 0; i < length; ++i) {
        word += (bits >> i & 1) != 0 ? 'a' : 'b';
      }
      words.push_back(word);
    }
  }
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      const std::size_t most = std::min(a.size(), b.size()) < 5 ? 1 : 2;
      ASSERT_EQ(is_near_miss(a, b), a != b && edits(a, b) <= most) << a << ' ' << b;
    }
  }
}

}  // namespace
}  // namespace unspin
