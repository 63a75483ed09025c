#include "scorers/term/acronyms.hpp"

#include <gtest/gtest.h>

#include "tests/scorers/term/term_records.hpp"

namespace unspin {
namespace {

using testing::fate_of;
using testing::terms;

std::string explained(const std::string& source) {
  return testing::names_of(terms(source, source));
}

TEST(Acronyms, AreTermsLikeWhatTheyStandFor) {
  EXPECT_EQ(explained("We do search engine optimization (SEO) here."),
            "search engine optimization | seo");
  EXPECT_EQ(explained("SEO (search engine optimization) is a craft."),
            "seo | search engine optimization");
  EXPECT_EQ(explained("Application Programming Interfaces (APIs) are many."),
            "application programming interfaces | apis");
}

TEST(Acronyms, MayLeaveOutFunctionWords) {
  EXPECT_EQ(explained("He banks at the Bank of America (BA) there."), "bank of america | ba");
  EXPECT_EQ(explained("The WHO (the World Health Organization) met."),
            "who | world health organization");
}

TEST(Acronyms, AreNotWhateverStandsInBrackets) {
  for (const std::string text :
       {"We do search engine marketing (SEO) here.", "We do search optimization (SEO) here.",
        "search, engine optimization (SEO)", "SEO (search engine optimization is a craft).",
        "SEO (search engine).", "It was good (see below).", "A big engine (SEO", "(SEO)",
        "SEO ("}) {
    EXPECT_EQ(explained(text), "") << text;
  }
}

TEST(Acronyms, AreEachOthersVariants) {
  const std::string source =
      "We do search engine optimization (SEO) here. All search engine optimization is slow. They "
      "pay for SEO.";
  const auto shortened = terms(
      source, "We do search engine optimization (SEO) here. All SEO is slow. They pay for SEO.");
  EXPECT_EQ(fate_of("search engine optimization", shortened), "kept 1, variants 1");
  EXPECT_EQ(fate_of("seo", shortened), "kept 2");
  const auto written_out = terms(source,
                                 "We do search engine optimization (SEO) here. All search engine "
                                 "optimization is slow. They pay for search engine optimization.");
  EXPECT_EQ(fate_of("search engine optimization", written_out), "kept 2");
  EXPECT_EQ(fate_of("seo", written_out), "kept 1, variants 1");
}

TEST(Acronyms, AreWrittenInCapitals) {
  const std::string source =
      "They sell information technology (IT) to us. We buy IT from them. We like it.";
  const auto same = terms(source, source);
  EXPECT_EQ(fate_of("it", same), "kept 2") << "it is no IT";
  const auto other =
      terms("They sell information technology (IT) to us.",
            "They sell many new hats (made of wool) to us. Where dogs sleep, it rains.");
  EXPECT_EQ(fate_of("information technology", other).find("variants"), std::string::npos)
      << "nor there";
  EXPECT_EQ(testing::find(other, "it")->preserved(), 0u);
}

}  // namespace
}  // namespace unspin
