#include "tests/audit/near_duplicates.hpp"

#include <gtest/gtest.h>
#include <string>

#include "tests/audit/made_texts.hpp"

namespace unspin::audit_set {
namespace {

TEST(NearDuplicates, AreNotAdmittedASecondTime) {
  SeenShingles seen;
  EXPECT_TRUE(seen.admit(made_text(1, 5)));
  EXPECT_FALSE(seen.admit(made_text(1, 5)));
  EXPECT_FALSE(seen.admit(made_text(2, 4) + "\n\n" + made_text(1, 2))) << "80 words in common";
}

TEST(NearDuplicates, MayShareASentence) {
  SeenShingles seen;
  const std::string sentence = "Nobody on the island could remember how the custom began.";
  EXPECT_TRUE(seen.admit(made_text(1, 5) + " " + sentence));
  EXPECT_TRUE(seen.admit(made_text(2, 5) + " " + sentence));
}

TEST(NearDuplicates, AreToldWhateverTheCaseAndTheMarks) {
  SeenShingles seen;
  EXPECT_TRUE(seen.admit("THE OLD GUIDE, " + made_text(1, 5)));
  std::string shouted = made_text(1, 5);
  for (char& c : shouted) {
    c = c == ',' ? ';' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  EXPECT_FALSE(seen.admit(shouted));
}

/// What is admitted stays known while the table grows.
TEST(NearDuplicates, AreToldAmongManyTexts) {
  constexpr int texts = 300;
  const auto text = [](int number) {
    std::string words;
    for (int i = 0; i < 200; ++i) {
      words += std::to_string(1000 * number + i) + " ";
    }
    return words;
  };
  SeenShingles seen;
  for (int i = 0; i < texts; ++i) {
    EXPECT_TRUE(seen.admit(text(i))) << i;
  }
  for (int i = 0; i < texts; ++i) {
    EXPECT_FALSE(seen.admit(text(i))) << i;
  }
}

/// One that was refused leaves nothing behind.
TEST(NearDuplicates, AreOnlyHeldAgainstAdmittedTexts) {
  SeenShingles seen;
  EXPECT_TRUE(seen.admit(made_text(1, 5)));
  EXPECT_FALSE(seen.admit(made_text(1, 5) + "\n\n" + made_text(2, 5)));
  EXPECT_TRUE(seen.admit(made_text(2, 5)));
}

TEST(RepeatedSentences, AreTwelveWordsInARow) {
  const std::string sentence = "nobody on the island could remember how the old custom had begun";
  const std::string eleven = sentence.substr(0, sentence.rfind(' '));
  const std::string repeats = "One day: " + sentence + ", they said.";
  const std::string varies = eleven + " before";
  const std::string original = "He said that Nobody" + sentence.substr(6) + " again";
  EXPECT_EQ(which_repeat({repeats, varies, ""}, {original}),
            (std::vector<bool>{true, false, false}));
}

}  // namespace
}  // namespace unspin::audit_set
