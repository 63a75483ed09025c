#include "engine/lexicon/glossary.hpp"

#include <gtest/gtest.h>

#include "engine/io/error.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin {
namespace {

Glossary read(std::string_view text) {
  const testing::ScratchFolder folder;
  return Glossary::read(folder.put("terms.tsv", text));
}

/// What reading it says, "WHAT; REMEDY", without the folder.
std::string complaint(std::string_view text) {
  try {
    read(text);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::unreadable_input);
    const std::string all = std::string(error.what()) + "; " + error.remedy();
    return all.substr(all.find("terms.tsv"));
  }
  return "none";
}

/// Whether the glossary has a term of these stems.
bool has_term(const Glossary& glossary, std::initializer_list<std::string_view> stems) {
  std::uint32_t phrase = PhraseTree::empty_phrase;
  for (const std::string_view stem : stems) {
    phrase = glossary.terms().find(phrase, glossary.find_stem(stem));
    if (phrase == PhraseTree::none) {
      return false;
    }
  }
  return glossary.entry_of(phrase) != Glossary::no_entry;
}

TEST(Glossary, HasTermsVariantsAndForbiddenRenderings) {
  const Glossary glossary = read(
      "term\tvariants\tforbidden\n"
      "# how bees are kept here\n"
      "\n"
      "Queen Excluders\tqueen-bee grid|separator\tmonarch eliminator\n"
      "hive\n"
      "smoker\t\tsmoking person|puffer\r\n");
  ASSERT_EQ(glossary.entries().size(), 3u);
  EXPECT_EQ(glossary.entries()[0].term.size(), 2u);
  ASSERT_EQ(glossary.entries()[0].variants.size(), 2u);
  EXPECT_EQ(glossary.entries()[0].variants[0].size(), 3u) << "cut as a text is: queen, bee, grid";
  EXPECT_EQ(glossary.entries()[0].forbidden.size(), 1u);
  EXPECT_TRUE(glossary.entries()[1].variants.empty());
  EXPECT_TRUE(glossary.entries()[2].variants.empty());
  EXPECT_EQ(glossary.entries()[2].forbidden.size(), 2u);
  EXPECT_TRUE(has_term(glossary, {"queen", "exclud+er"})) << "by stems: inflections are found too";
  EXPECT_FALSE(has_term(glossary, {"queen"})) << "a term only begins so";
  EXPECT_EQ(glossary.find_stem("drone"), Glossary::no_stem);
}

TEST(Glossary, MayBeEmptyAndMayBeginWithAByteOrderMark) {
  EXPECT_TRUE(read("").entries().empty());
  EXPECT_TRUE(read("# nothing yet\n").entries().empty());
  EXPECT_EQ(read("\xEF\xBB\xBFhive\n").entries().size(), 1u);
  EXPECT_TRUE(read("\xEF\xBB\xBFterm\tvariants\tforbidden\n").entries().empty());
}

TEST(Glossary, NamesTheLineAndTheRemedyOfAMistake) {
  EXPECT_EQ(complaint("hive\na\tb\tc\td\n"),
            "terms.tsv: line 2: more than three columns; A line is a term, a tab, allowed "
            "variants, a tab, forbidden renderings; variants are separated by |.");
  EXPECT_EQ(complaint("hive\t??\n"),
            "terms.tsv: line 1: \"??\" has no words; Fill it in, or take it out.");
  EXPECT_EQ(complaint("\tvariant\n"),
            "terms.tsv: line 1: \"\" has no words; Fill it in, or take it out.");
  EXPECT_EQ(complaint("one two three four five six seven eight nine"),
            "terms.tsv: line 1: \"one two three four five six seven eight nine\" has more than 8 "
            "words; Give its shorter form.");
  EXPECT_EQ(complaint("solar panel\n\nSolar Panels\n"),
            "terms.tsv: line 3: \"Solar Panels\" is the term of line 1 again; Join the two lines; "
            "inflections of a term are one term.");
  EXPECT_EQ(complaint("hive\tbox|case\tcase\n"),
            "terms.tsv: line 1: \"hive\" has a rendering that is both allowed and forbidden; Take "
            "it out of one of the two columns.");
  EXPECT_EQ(complaint("hive\nhive \xFF\n"),
            "terms.tsv: line 2: not UTF-8; Save the glossary as UTF-8.");
  EXPECT_THROW(Glossary::read("/no/such/terms.tsv"), Error);
}

TEST(Glossary, HasAHashOfWhatCounts) {
  const std::uint64_t hash = read("hive\tbox\n").hash();
  EXPECT_EQ(read("# a remark\nHive\tBOX\n\n").hash(), hash);
  EXPECT_NE(read("hive\t\tbox\n").hash(), hash);
  EXPECT_NE(read("hive\nbox\n").hash(), hash);
  EXPECT_NE(read("hive\tbox|case\n").hash(), hash);
}

TEST(GlossaryStemFinder, FindsInflectionsOfTheGlossarysWords) {
  const Glossary glossary = read("queen excluder\n");
  GlossaryStemFinder finder(glossary);
  std::vector<Glossary::StemId> stems;
  for (int pair = 0; pair < 2; ++pair) {  // the second time from memory
    Vocabulary words;
    for (const std::string_view word : {"excluders", "hive", "queen's"}) {
      words.intern(word);
    }
    finder.find(words, stems);
    EXPECT_EQ(stems, (std::vector<Glossary::StemId>{1, Glossary::no_stem, 0}));
  }
}

}  // namespace
}  // namespace unspin
