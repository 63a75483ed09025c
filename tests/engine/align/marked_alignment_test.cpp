// The swaps that are found in the spun articles of corpora/, held against the marks that were set
// by hand.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/score/prepared_pair.hpp"
#include "tests/engine/align/aligned_texts.hpp"
#include "tests/engine/align/marked_texts.hpp"
#include "tests/files.hpp"
#include "tests/places.hpp"

namespace unspin {
namespace {

using testing::Mark;
using testing::MarkedText;
using WordRange = std::pair<std::uint32_t, std::uint32_t>;
using SwapRanges = std::set<std::pair<WordRange, WordRange>>;  // of the source, of the rewrite

/// The words that lie between two bytes.
WordRange words_between(const Words& words, std::uint32_t begin, std::uint32_t end) {
  const auto first = std::ranges::lower_bound(words.begin, begin) - words.begin.begin();
  const auto last = std::ranges::upper_bound(words.end, end) - words.end.begin();
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

/// Marks without words on either side (another kind of dash) are none of the alignment's business.
SwapRanges marked_swaps(PreparedPair& pair, const MarkedText& text) {
  SwapRanges swaps;
  for (const Mark& mark : text.marks) {
    const WordRange source =
        words_between(pair.words(TextIndex::source), mark.source_begin, mark.source_end);
    const WordRange rewrite =
        words_between(pair.words(TextIndex::rewrite), mark.rewrite_begin, mark.rewrite_end);
    if (source.first < source.second && rewrite.first < rewrite.second) {
      EXPECT_TRUE(mark.is_substitution());
      swaps.emplace(source, rewrite);
    }
  }
  return swaps;
}

SwapRanges found_swaps(PreparedPair& pair) {
  SwapRanges swaps;
  for (const Swap& swap : pair.swaps().swaps) {
    swaps.emplace(WordRange(swap.source_begin, swap.source_end),
                  WordRange(swap.rewrite_begin, swap.rewrite_end));
  }
  return swaps;
}

struct Accuracy {
  double precision = 0, recall = 0;
};

/// The lexicon that UNSPIN_LEXICON names, or the default one; null if there is none.
std::shared_ptr<const Lexicon> lexicon_at_hand() {
  const char* asked = std::getenv("UNSPIN_LEXICON");
  const std::string path = asked != nullptr ? asked : places::default_lexicon_file;
  return path.empty() ? nullptr : Lexicon::open(path);
}

std::vector<std::string> articles() {
  std::vector<std::string> names;
  for (const std::string subject : testing::corpus_subjects) {
    names.push_back(subject + "/spun.marked");
  }
  return names;
}

std::vector<std::string> families() {
  std::vector<std::string> names;
  for (const std::string family : {"F1", "F1c", "F11", "F12", "F23", "F24"}) {
    names.push_back("spinner-families/" + family + ".marked");
  }
  return names;
}

/// Both ranges of a swap must be those of a mark. Prints the figures.
Accuracy accuracy(const Lexicon* lexicon, const std::vector<std::string>& texts,
                  const char* heading) {
  PreparedPair pair({}, lexicon);
  std::size_t marked = 0;
  std::size_t found = 0;
  std::size_t right = 0;
  std::size_t content = 0;
  std::size_t synonyms = 0;
  for (const std::string& name : texts) {
    const MarkedText text = testing::read_marked(testing::corpus_text(name));
    pair.assign({text.source, text.rewrite});
    const SwapRanges expected = marked_swaps(pair, text);
    const SwapRanges swaps = found_swaps(pair);
    const auto hits = static_cast<std::size_t>(
        std::ranges::count_if(swaps, [&](const auto& swap) { return expected.contains(swap); }));
    std::printf("%-16s %-28s %3zu marked, %3zu found, %3zu right\n", heading, name.c_str(),
                expected.size(), swaps.size(), hits);
    content += pair.swaps().content_swaps;
    synonyms += pair.swaps().synonym_swaps;
    marked += expected.size();
    found += swaps.size();
    right += hits;
  }
  EXPECT_GT(marked, 450u);
  const Accuracy total{static_cast<double>(right) / static_cast<double>(found),
                       static_cast<double>(right) / static_cast<double>(marked)};
  std::printf("%-16s precision %.3f, recall %.3f; %.0f%% of the content swaps are synonyms\n",
              heading, total.precision, total.recall,
              100 * static_cast<double>(synonyms) / static_cast<double>(content));
  return total;
}

TEST(MarkedAlignment, IsFoundWithALexicon) {
  const auto lexicon = lexicon_at_hand();
  if (lexicon == nullptr) {
    GTEST_SKIP() << "built without wordnet-base and mythes-en-us";
  }
  const Accuracy found = accuracy(lexicon.get(), articles(), "with lexicon");
  EXPECT_GE(found.precision, 0.95);
  EXPECT_GE(found.recall, 0.95);
}

TEST(MarkedAlignment, IsFoundWithoutALexicon) {
  const Accuracy found = accuracy(nullptr, articles(), "without lexicon");
  EXPECT_GE(found.precision, 0.93);
  EXPECT_GE(found.recall, 0.93);
}

TEST(MarkedAlignment, IsFoundInTheMannerOfSixFamiliesOfSpinners) {
  const auto lexicon = lexicon_at_hand();
  if (lexicon == nullptr) {
    GTEST_SKIP() << "built without wordnet-base and mythes-en-us";
  }
  const Accuracy found = accuracy(lexicon.get(), families(), "families");
  EXPECT_GE(found.precision, 0.94);
  EXPECT_GE(found.recall, 0.94);
  accuracy(nullptr, families(), "without lexicon");
}

}  // namespace
}  // namespace unspin
