#include "engine/lexicon/function_words.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

TEST(FunctionWords, AreTheSkeleton) {
  for (const char* word : {"the", "of", "they're", "however", "such", "thou", "unto"}) {
    EXPECT_TRUE(is_function_word(word)) << word;
  }
  for (const char* word : {"brand", "community", "quick", "2", "brand's"}) {
    EXPECT_FALSE(is_function_word(word)) << word;
  }
}

}  // namespace
}  // namespace unspin
