#include "scorers/term/glossary_terms.hpp"

#include <gtest/gtest.h>

#include "tests/scorers/term/term_records.hpp"

namespace unspin {
namespace {

using testing::fate_of;
using testing::find;
using testing::names_of;
using testing::terms;

const std::string glossary =
    "queen excluder\tqueen grid|QX\tmonarch eliminator|king filter\n"
    "hive\n"
    "hive tool\t\thive instrument\n";

TEST(GlossaryTerms, CountFromTheirFirstOccurrence) {
  const auto all = terms("Take a queen excluder and a hive.", "", glossary);
  EXPECT_EQ(names_of(all), "queen excluder | hive");
  EXPECT_TRUE(all[0].is_from_glossary);
  EXPECT_EQ(all[0].occurrences, 1u);
  EXPECT_EQ(all[0].lost, 1u);
  EXPECT_TRUE(terms("Nothing of that kind.", "", glossary).empty());
}

TEST(GlossaryTerms, AreFoundInflected) {
  EXPECT_EQ(names_of(terms("Buy Queen-Excluders.", "", glossary)), "queen excluders");
  EXPECT_EQ(names_of(terms("Buy queen, excluders.", "", glossary)), "");
}

TEST(GlossaryTerms, AreTheLongestThatBeginSomewhere) {
  const auto all = terms("A hive tool and a hive.", "", glossary);
  EXPECT_EQ(find(all, "hive tool")->occurrences, 1u);
  EXPECT_EQ(find(all, "hive")->occurrences, 1u);
}

TEST(GlossaryTerms, ComeFirstAndOnlyOnce) {
  const auto all =
      terms("A brood box. The brood box. My brood box. One queen excluder. Two queen excluders.",
            "", glossary);
  EXPECT_EQ(names_of(all), "queen excluder | brood box");
  EXPECT_FALSE(all[1].is_from_glossary);
}

TEST(GlossaryTerms, MayBeRenderedAsAllowed) {
  const std::string source = "We put a queen excluder there. She lifts the queen excluder out.";
  EXPECT_EQ(fate_of("queen excluder",
                    terms(source, "We put a queen grid there. She lifts the QX out.", glossary)),
            "variants 2");
  EXPECT_EQ(
      fate_of("queen excluder",
              terms(source, "We put some queen grids there. She lifts the thing out.", glossary)),
      "variants 1, → thing ×1")
      << "inflected variants are variants";
  EXPECT_EQ(fate_of("queen excluder",
                    terms(source, "She lifts the QX out. We put a queen grid there.", glossary)),
            "variants 2")
      << "wherever the sentence went";
}

TEST(GlossaryTerms, SayWhichRenderingIsForbidden) {
  const std::string source =
      "We put a queen excluder there. She lifts the queen excluder out. He sees a queen excluder.";
  EXPECT_EQ(fate_of("queen excluder",
                    terms(source,
                          "We put a monarch eliminator there. She lifts the monarch eliminator "
                          "out. He sees a royal sieve.",
                          glossary)),
            "→ monarch eliminator ×2 (forbidden), → royal sieve ×1");
}

TEST(GlossaryTerms, AreRenderedByTheLongestRenderingThatBeginsSomewhere) {
  EXPECT_EQ(fate_of("queen excluder",
                    terms("We put a queen excluder there.", "We put a monarch sieve there.",
                          "queen excluder\tmonarch\tmonarch sieve\n")),
            "→ monarch sieve ×1 (forbidden)");
}

TEST(GlossaryTerms, AreRenderedOnceByOneRendering) {
  const std::string source = "Buy a queen excluder. He has a queen excluder.";
  EXPECT_EQ(fate_of("queen excluder", terms(source, "Rain fell all day, and a queen grid.",
                                            "queen excluder\tgrid|queen grid|queen grids\n")),
            "variants 1, lost 1")
      << "whether it is listed twice or holds another one";
}

TEST(GlossaryTerms, KnowTheirAcronymsFromTheTextToo) {
  const auto all =
      terms("A queen excluder (QE) helps. Buy a queen excluder.",
            "A queen excluder (QE) helps. Buy a QE.", "queen excluder\tqueen excluder|QE\n");
  EXPECT_EQ(fate_of("queen excluder", all), "kept 1, variants 1");
}

/// A look-up for each term would take minutes: the test's time limit is the assertion.
TEST(GlossaryTerms, AreFoundFastHoweverManyTheyAre) {
  std::string lines;
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    lines += "hive number" + std::to_string(i) + "\n";
    text += "the hive tool, ";
  }
  EXPECT_TRUE(find(terms(text, text, lines), "hive") == nullptr);
}

}  // namespace
}  // namespace unspin
