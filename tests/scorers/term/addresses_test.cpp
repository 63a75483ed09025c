#include "scorers/term/addresses.hpp"

#include <gtest/gtest.h>

#include "tests/scorers/term/described_records.hpp"

namespace unspin {
namespace {

using testing::Lines;

Lines urls(std::string_view source, std::string_view rewrite) {
  return testing::found(find_urls, source, rewrite);
}

Lines urls(std::string_view text) {
  Lines all;
  for (std::string& line : urls(text, text)) {
    EXPECT_TRUE(line.ends_with(" 1: kept 1")) << line;
    all.push_back(line.substr(0, line.find(' ')));
  }
  return all;
}

TEST(Addresses, EndWhereTheSentenceGoesOn) {
  EXPECT_EQ(urls("See https://example.com/a?b=c#d, (www.example.org), <http://example.net/x>."),
            (Lines{"https://example.com/a?b=c#d", "www.example.org", "http://example.net/x"}));
  EXPECT_EQ(urls("See [here](https://example.com/a_(b)) or “example.com/path”."),
            (Lines{"https://example.com/a_(b)", "example.com/path"}));
  EXPECT_EQ(urls("Mail jane.doe+x@example.co.uk. Or ann@example.com!"),
            (Lines{"jane.doe+x@example.co.uk", "ann@example.com"}));
}

TEST(Addresses, AreNotWordsAroundAFullStop) {
  EXPECT_EQ(urls("It ends.It begins at 1.5 in the U.S.A. with node.js, e.g. a.m. and @home."),
            Lines{});
}

TEST(Addresses, AreTheSameWithoutWhatBrowsersAdd) {
  EXPECT_EQ(urls("See https://Example.com/Path/ now.", "See https://example.com/Path now."),
            Lines{"https://Example.com/Path/ 1: kept 1"});
  EXPECT_EQ(urls("See https://www.example.com/a now.", "See example.com/a now."),
            Lines{"https://www.example.com/a 1: variant 1"});
  EXPECT_EQ(urls("See http://example.com/a now.", "See https://example.com/a now."),
            Lines{"http://example.com/a 1: variant 1"});
  EXPECT_EQ(urls("See example.com/a now.", "See example.com/A/b now.").front().find("kept"),
            std::string::npos);
}

TEST(Addresses, MayBeOffByACharacterOrTwo) {
  EXPECT_EQ(
      urls("See https://example.com/a-very-long-path-that-goes-on-and-on-and-on-and-on/end.",
           "See https://example.com/a-very-long-path-that-goes-on-und-on-and-on-and-on/end."),
      Lines{"https://example.com/a-very-long-path-that-goes-on-and-on-and-on-and-on/end 1: near "
            "https://example.com/a-very-long-path-that-goes-on-und-on-and-on-and-on/end 1"});
  EXPECT_EQ(urls("Ask ann@example.com now.", "Ask anne@example.com now."),
            Lines{"ann@example.com 1: near anne@example.com 1"});
}

TEST(Addresses, MayBeReplacedOrLost) {
  EXPECT_EQ(urls("Ask ann@example.com now.", "Ask www.example.org now."),
            Lines{"ann@example.com 1: replaced www.example.org 1"});
  EXPECT_EQ(urls("Ask ann@example.com now.", "Ask now."), Lines{"ann@example.com 1: lost 1"});
}

/// Quadratic work here would take minutes: the test's time limit is the assertion.
TEST(Addresses, OfTextThatLooksLikeThemAreReadInNoTime) {
  for (const std::string_view part : {"a.", "a@", "a.b@", "http://", "www.a", "(x.com/("}) {
    std::string text;
    while (text.size() < 400'000) {
      text += part;
    }
    urls(text, "nothing");
  }
}

}  // namespace
}  // namespace unspin
