#include "engine/text/word_places.hpp"

#include <gtest/gtest.h>

#include "engine/score/prepared_pair.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

// Places in a page are compared with those in its passages, which a pair gives.
TEST(WordPlaces, AreThoseOfAPair) {
  WordPlaceFinder finder;
  Words places;
  for (const std::string& text :
       {std::string("Three small words."), std::string(), testing::corpus_text("city-bees/spun"),
        std::string("ｍicro\u00ADbiome and \u0455pin, it\u2019s 3,000 naïve.")}) {
    PreparedPair pair;
    pair.assign({.source = "", .rewrite = text});
    finder.find(text, places);
    EXPECT_EQ(places.begin, pair.words(TextIndex::rewrite).begin) << text;
    EXPECT_EQ(places.end, pair.words(TextIndex::rewrite).end) << text;
    EXPECT_EQ(places.size(), pair.words(TextIndex::rewrite).size()) << text;
  }
}

}  // namespace
}  // namespace unspin
