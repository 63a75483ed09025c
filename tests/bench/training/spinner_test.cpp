#include "bench/training/spinner.hpp"

#include <gtest/gtest.h>
#include <memory>
#include <string>

#include "tests/engine/io/scratch_folder.hpp"
#include "tests/files.hpp"

namespace unspin::training {
namespace {

/// A thesaurus in which only "market" and "garden" have synonyms that are common words.
class SpinnerTest : public ::testing::Test {
 protected:
  SpinnerTest() {
    folder_.put("th_en.dat",
                "UTF-8\nmarket|1\n(noun)|bazaar\ngarden|1\n(noun)|orchard\n"
                "company|1\n(noun)|firm\n");
    LexiconSources sources;
    sources.mythes_files = {folder_.path("th_en.dat")};
    build_lexicon(sources, folder_.path("en.lexicon"));
    lexicon_ = Lexicon::open(folder_.path("en.lexicon"));
    counts_.add_words_of("bazaar orchard");
    thesaurus_ = std::make_unique<Thesaurus>(*lexicon_, counts_);
    observed_.add("company", "enterprise", 3);
    observed_.add("bed linen", "mattress fabric", 1);
    style_.density = 100;
  }

  std::string spun(const std::string& text, std::uint64_t seed = 1) const {
    return Spinner(*thesaurus_, {&observed_}, style_).spin(text, seed).text;
  }

  testing::ScratchFolder folder_;
  std::shared_ptr<const Lexicon> lexicon_;
  WordCounts counts_;
  std::unique_ptr<Thesaurus> thesaurus_;
  SwapList observed_;
  Style style_;
};

TEST_F(SpinnerTest, SwapsWhatTheFamilySwapsThenWhatTheThesaurusLists) {
  EXPECT_EQ(spun("our company sells bed linen in a market"),
            "our enterprise sells mattress fabric in a bazaar");
}

TEST_F(SpinnerTest, KeepsCapitalsInflectionsAndPossessives) {
  EXPECT_EQ(spun("Markets are old. The COMPANY owns the market's hall."),
            "Markets are old. The ENTERPRISE owns the bazaar's hall.");
  EXPECT_EQ(spun("We like markets. Companies do, the Company does not."),
            "We like bazaars. Enterprises do, the Enterprise does not.");
}

TEST_F(SpinnerTest, MendsArticlesOrLeavesThemWrong) {
  EXPECT_EQ(spun("it was a company and a garden"), "it was an enterprise and an orchard");
  style_.mended_articles = 0;
  EXPECT_EQ(spun("it was a company and a garden"), "it was a enterprise and a orchard");
}

TEST_F(SpinnerTest, LeavesNamesAndQuotationsToTheStyle) {
  style_.swaps_quotations = false;
  EXPECT_EQ(spun("In old Garden they said \"the market\" of a market"),
            "In old Garden they said \"the market\" of a bazaar");
}

TEST_F(SpinnerTest, StopsAtTheDensity) {
  std::string text;
  for (int i = 0; i < 20; ++i) {
    text += "we saw the company and then we saw the market again ";
  }
  style_.density = 9;
  style_.coverage = 0.9;
  const Spin spin = Spinner(*thesaurus_, {&observed_}, style_).spin(text, 7);
  EXPECT_NEAR(spin.density, 9, 0.5);
}

TEST_F(SpinnerTest, AConstantSpinnerHasOneReplacementForAWord) {
  observed_.add("company", "corporate", 3);
  const std::string text = "a company, a company, a company, a company, a company, a company";
  const std::string constant = spun(text);
  EXPECT_NE(constant.find("corporate") == std::string::npos,
            constant.find("enterprise") == std::string::npos)
      << constant;
  style_.constancy = 0;
  const std::string free = spun(text);
  EXPECT_NE(free.find("corporate"), std::string::npos) << free;
  EXPECT_NE(free.find("enterprise"), std::string::npos) << free;
}

TEST_F(SpinnerTest, TheSameSeedGivesTheSameText) {
  style_.coverage = 0.5;
  const std::string text = testing::corpus_text("city-bees/original") +
                           " A company here, a company there, a market, a garden, a company.";
  EXPECT_EQ(spun(text, 1), spun(text, 1));
  EXPECT_NE(spun(text, 1), spun(text, 2));
}

TEST_F(SpinnerTest, WearLosesWordsAndJoinsSentences) {
  style_.density = 0;
  style_.wear.joined_sentences = 1;
  const std::string joined = spun("It rained. We stayed. It dried.");
  EXPECT_EQ(joined.find(". "), std::string::npos) << joined;
  style_.wear = {.lost_articles = 1};
  EXPECT_EQ(spun("on the hill stood a house"), "on hill stood house");
}

}  // namespace
}  // namespace unspin::training
