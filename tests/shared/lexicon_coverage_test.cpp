// How many of the swaps that real spinners made the lexicon knows: rows of family, from, to, count
// in the folder that UNSPIN_SHARED names. UNSPIN_LEXICON names another lexicon than the default
// one.
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

#include "engine/align/change_splitter.hpp"
#include "engine/lexicon/lexicon.hpp"
#include "tests/places.hpp"

namespace unspin {
namespace {

constexpr double near_by_vectors = 0.4;

struct WildSwap {
  std::string family, from, to;
};

std::vector<WildSwap> read_wild_swaps(const std::string& path) {
  std::ifstream file(path);
  std::vector<WildSwap> swaps;
  std::string line;
  std::getline(file, line);  // the header
  while (std::getline(file, line)) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    const std::size_t third = line.find('\t', second + 1);
    swaps.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                     line.substr(second + 1, third - second - 1)});
  }
  return swaps;
}

TEST(SharedPairsLexicon, KnowsWhatRealSpinnersSwap) {
  const char* shared = std::getenv("UNSPIN_SHARED");
  const char* asked = std::getenv("UNSPIN_LEXICON");
  const std::string path = asked != nullptr ? asked : places::default_lexicon_file;
  if (shared == nullptr || path.empty()) {
    GTEST_SKIP() << "UNSPIN_SHARED is not set, or there is no lexicon";
  }
  const auto lexicon = Lexicon::open(path);
  const auto swaps = read_wild_swaps(std::string(shared) + "/data/wild_swaps.tsv");
  ASSERT_GT(swaps.size(), 1000u);

  std::map<std::string, std::size_t> by;  // who knows it, of one word for one word
  std::size_t words = 0;
  std::size_t phrases = 0;
  std::size_t known_phrases = 0;
  for (const WildSwap& swap : swaps) {
    const bool is_word = (swap.from + swap.to).find(' ') == std::string::npos;
    const auto said = testimony_on(lexicon.get(), swap.from, swap.to);
    if (!is_word) {
      ++phrases;
      known_phrases += said ? 1u : 0u;
      continue;
    }
    ++words;
    if (said) {
      ++by[std::string(name_of(said->testimony.resource))];
    } else if (lexicon->cosine(swap.from, swap.to).value_or(0) >= near_by_vectors) {
      ++by["vectors"];
    } else {
      ++by["nobody"];
    }
  }
  std::printf("word for word, %zu:", words);
  for (const auto& [who, count] : by) {
    std::printf("  %s %.1f%%", who.c_str(), 100.0 * double(count) / double(words));
  }
  std::printf("\nwith a phrase, %zu: %.1f%% known as a whole\n", phrases,
              100.0 * double(known_phrases) / double(phrases));
  EXPECT_GT(double(words - by["nobody"]), 0.4 * double(words));
}

}  // namespace
}  // namespace unspin
