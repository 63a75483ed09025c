#include "tests/audit/insertion.hpp"

#include <gtest/gtest.h>
#include <set>
#include <string>

#include "tests/audit/passages.hpp"

namespace unspin::audit_set {
namespace {

std::string piece_of(const Composition& page, std::size_t piece) {
  return page.text.substr(page.pieces[piece].begin, page.pieces[piece].size());
}

TEST(Insertion, GoesBetweenParagraphsOrSentences) {
  std::set<std::string> pages;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    training::Random random(seed);
    Composition page{.text = "One here. Two here.\n\nThree here."};
    insert(page, "New.", random);
    EXPECT_EQ(piece_of(page, 0), "New.");
    pages.insert(page.text);
  }
  EXPECT_EQ(pages, (std::set<std::string>{"One here. New. Two here.\n\nThree here.",
                                          "One here. Two here.\n\nNew.\n\nThree here."}));
}

TEST(Insertion, OfParagraphsGoesBetweenParagraphsOrBehind) {
  training::Random random(1);
  Composition page{.text = "One here. Two here."};
  insert(page, "New.\n\nNewer.", random);
  EXPECT_EQ(page.text, "One here. Two here.\n\nNew.\n\nNewer.");
}

TEST(Insertion, LeavesEarlierPiecesWholeAndKnowsWhereTheyWent) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    training::Random random(seed);
    Composition page{.text = "One here. Two here.\n\nThree here. Four here."};
    insert(page, "First piece. It goes on.\n\nAnd on.", random);
    insert(page, "Second piece. It is short.", random);
    EXPECT_EQ(piece_of(page, 0), "First piece. It goes on.\n\nAnd on.");
    EXPECT_EQ(piece_of(page, 1), "Second piece. It is short.");
    EXPECT_EQ(as_extracted(page.text), page.text);
  }
}

}  // namespace
}  // namespace unspin::audit_set
