// Metamorphic tests: hide a text, and exactly what was hidden is counted; nothing else changes.
#include <gtest/gtest.h>
#include <string>

#include "tests/engine/align/small_thesaurus.hpp"
#include "tests/engine/text/obfuscated.hpp"
#include "tests/files.hpp"
#include "tests/scorers/score_of.hpp"

namespace unspin {
namespace {

using testing::score_of;

TEST(Obfuscation, CountsHiddenCharactersForEach100Words) {
  const auto hidden = [](const std::string& rewrite) {
    return score_of("obfuscation", "ten plain words of which the source is made here", rewrite)
        .value;
  };
  EXPECT_DOUBLE_EQ(hidden("four plain words here"), 0);
  EXPECT_DOUBLE_EQ(hidden("four pl\u00ADain words here"), 25);             // a soft hyphen
  EXPECT_DOUBLE_EQ(hidden("four pl\u0430in words here"), 25);              // Cyrillic a
  EXPECT_DOUBLE_EQ(hidden("four plain wo\u200B\u200Brds h\u0435re"), 75);  // two, and Cyrillic e
  EXPECT_DOUBLE_EQ(hidden("ｆｏｕｒ plain words here"), 100);              // full width
  EXPECT_DOUBLE_EQ(hidden("four \u202Eplain\u202C words here"), 50);       // turned around
  EXPECT_DOUBLE_EQ(hidden("naïve “café” – 5 €"), 0);
  EXPECT_DOUBLE_EQ(hidden(""), 0);
}

TEST(Obfuscation, OfTheSourceIsNotTheRewritesFault) {
  EXPECT_DOUBLE_EQ(score_of("obfuscation", "pl\u00ADain w\u043Erds", "plain words").value, 0);
}

TEST(Obfuscation, GrowsByWhatIsAdded) {
  const std::string source = testing::corpus_text("city-bees/original");
  std::string rewrite = testing::corpus_text("city-bees/spun");
  const double words = score_of("obfuscation", source, rewrite).statistics[1];
  for (int count = 1; count <= 5; ++count) {
    rewrite.insert(rewrite.find("hold") + 2, "\u00AD");
    const auto found = score_of("obfuscation", source, rewrite);
    EXPECT_DOUBLE_EQ(found.value, 100 * count / words);
    EXPECT_EQ(found.statistics, (std::vector<double>{double(count), words}));
  }
}

/// Every value and count of the families that read a text as it is meant.
TEST(Obfuscation, ChangesNoOtherScoreThatReadsWhatIsMeant) {
  std::vector<Selected> selected;
  select("term", selected);
  select("spin", selected);
  select("substitution_density:content", selected);
  for (const std::string subject : testing::corpus_subjects) {
    const std::string source = testing::corpus_text(subject + "/original");
    for (const char* kind : {"/spun", "/reworded", "/shortened"}) {
      const std::string rewrite = testing::corpus_text(subject + kind);
      const std::string hidden_source = testing::obfuscated(source, 3);
      const std::string hidden_rewrite = testing::obfuscated(rewrite, 4);
      for (const Selected& one : selected) {
        if (one.key == "obfuscation") {
          EXPECT_GT(score_of(one.key, source, hidden_rewrite).value, 10);
          continue;
        }
        const auto lexicon = testing::small_thesaurus();
        const auto clean = score_of(one.key, source, rewrite, lexicon);
        for (const auto& hidden : {score_of(one.key, source, hidden_rewrite, lexicon),
                                   score_of(one.key, hidden_source, rewrite, lexicon),
                                   score_of(one.key, hidden_source, hidden_rewrite, lexicon)}) {
          EXPECT_EQ(hidden.statistics, clean.statistics) << one.key << " " << subject << kind;
          EXPECT_EQ(hidden.missing_because, clean.missing_because);
          if (clean.missing_because.empty()) {
            EXPECT_EQ(hidden.values, clean.values) << one.key << " " << subject << kind;
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace unspin
