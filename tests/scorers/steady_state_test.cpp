// A stream of pairs stops asking for memory once it has seen texts of their size.
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "scorers/catalogue.hpp"
#include "tests/allocations.hpp"
#include "tests/reference/random_texts.hpp"

namespace unspin {
namespace {

std::string long_text(std::uint64_t seed) {
  std::string text;
  for (std::uint64_t i = 0; i < 40; ++i) {
    text += reference::random_text_pair(seed + i).source + " word" + std::to_string(i) + "\n";
  }
  return text;
}

std::vector<reference::TextPair> pairs() {
  std::vector<reference::TextPair> all;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    all.push_back(reference::random_text_pair(seed));
  }
  all.push_back({long_text(100), long_text(120)});
  return all;
}

TEST(SteadyState, AsksForNoMemory) {
  const auto texts = pairs();
  for (const Scorer* scorer : catalogue()) {
    const Info& info = scorer->info;
    if (info.family != Family::ngram && info.name != "ter") {
      continue;
    }
    std::vector<Selected> selected;
    select(info.name, selected);
    PreparedPair pair;
    std::vector<Score> scores;
    std::size_t before = 0;
    for (int pass = 0; pass < 3; ++pass) {
      before = testing::allocations();
      for (const auto& one : texts) {
        const std::string_view references[] = {one.source, one.rewrite};
        pair.assign({one.source, one.rewrite});
        score_pair(pair, selected, scores);
        pair.assign({one.source, one.rewrite, references});
        score_pair(pair, selected, scores);
      }
    }
    EXPECT_EQ(testing::allocations(), before) << info.name;
  }
}

}  // namespace
}  // namespace unspin
