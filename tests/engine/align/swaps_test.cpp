#include "engine/align/swaps.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "engine/score/prepared_pair.hpp"
#include "tests/build_kind.hpp"
#include "tests/engine/align/aligned_texts.hpp"
#include "tests/engine/align/random_documents.hpp"
#include "tests/engine/align/small_thesaurus.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

using testing::small_thesaurus;

SwapTable swaps(std::string_view source, std::string_view rewrite,
                const Lexicon* lexicon = nullptr) {
  PreparedPair pair({}, lexicon);
  pair.assign({source, rewrite});
  EXPECT_EQ(testing::flaw_of(pair), "");
  return pair.swaps();
}

const Substitution* find(const SwapTable& table, std::string_view from, std::string_view to) {
  const auto found = std::ranges::find_if(
      table.rows, [&](const Substitution& row) { return row.from == from && row.to == to; });
  return found == table.rows.end() ? nullptr : &*found;
}

/// "from>to×count kind, …" in the table's order.
std::string rows(const SwapTable& table) {
  std::string text;
  for (const Substitution& row : table.rows) {
    text += (text.empty() ? "" : ", ") + row.from + ">" + row.to + "×" + std::to_string(row.count) +
            " " + std::string(name_of(row.kind));
  }
  return text;
}

TEST(Swaps, CountWhatBecameOfAWord) {
  const SwapTable table = swaps("The brand grew. A brand's shop sold the brand. The shop closed.",
                                "The model grew. A model's shop sold the model. The store closed.");
  const Substitution* brand = find(table, "brand", "model");
  ASSERT_NE(brand, nullptr);
  EXPECT_EQ(brand->count, 3u);  // the possessive is the same swap
  EXPECT_EQ(brand->available, 3u);
  EXPECT_EQ(brand->kind, SwapKind::constant);
  EXPECT_TRUE(brand->is_constant);
  EXPECT_TRUE(brand->is_content);
  const Substitution* shop = find(table, "shop", "store");
  ASSERT_NE(shop, nullptr);
  EXPECT_EQ(shop->kind, SwapKind::other);
  EXPECT_EQ(shop->available, 2u);
  EXPECT_FALSE(shop->is_constant);
  EXPECT_EQ(table.content_swaps, 4u);
  EXPECT_EQ(table.constant_swaps, 3u);
  EXPECT_EQ(table.constant_synonyms, 0u);
  EXPECT_EQ(table.short_replacements, 4u);
  EXPECT_EQ(table.content_replacements, 4u);
}

TEST(Swaps, LeadWithTheMostTelling) {
  const std::string source =
      "The goals of a farmer were within reach. Erica met the brand in a strong castle. "
      "The brand sold well.";
  const std::string rewrite =
      "The goal of a sailor were inside reach. Erika met the model in a robust castle. "
      "The model sold well.";
  EXPECT_EQ(rows(swaps(source, rewrite, small_thesaurus())),
            "brand>model×2 constant, erica>erika×1 near_spelling, strong>robust×1 synonym, "
            "farmer>sailor×1 other, within>inside×1 synonym, goals>goal×1 inflection");
  EXPECT_EQ(rows(swaps(source, rewrite)),
            "brand>model×2 constant, erica>erika×1 near_spelling, farmer>sailor×1 other, "
            "strong>robust×1 other, within>inside×1 other, goals>goal×1 inflection");
}

TEST(Swaps, CountMoreWhereThereAreMore) {
  EXPECT_EQ(rows(swaps("Erica sells a red barn and a tall shed and buys a hut",
                       "Erika sells a blue barn and a tall tower and buys a flat")),
            "erica>erika×1 near_spelling, red>blue×1 other, shed>tower×1 other, "
            "hut>flat×1 other");
  EXPECT_EQ(
      rows(swaps("Erica sells a barn. A barn, my barn.", "Erika sells a hut. A hut, my hut.")),
      "barn>hut×3 constant, erica>erika×1 near_spelling");
}

/// However many there are.
TEST(Swaps, OfFunctionWordsAndOtherFormsComeLast) {
  EXPECT_EQ(rows(swaps("goals in a barn, goals in a shed, goals in a tower, goals in a red hut",
                       "goal by a barn, goal by a shed, goal by a tower, goal by a blue hut")),
            "red>blue×1 other, in>by×4 other, goals>goal×4 inflection");
}

TEST(Swaps, OfUnequalLengthAreOneSwap) {
  for (const Lexicon* lexicon : {static_cast<const Lexicon*>(nullptr), small_thesaurus()}) {
    const SwapTable table = swaps("platforms such as Reddit", "platforms like Reddit", lexicon);
    ASSERT_NE(find(table, "such as", "like"), nullptr);
    EXPECT_EQ(table.rows.size(), 1u);
    EXPECT_EQ(table.short_replacements, 1u);
    EXPECT_EQ(table.content_replacements, 0u);  // no content word was swapped
  }
}

TEST(Swaps, ArePlacedWhereTheyHappened) {
  const SwapTable table =
      swaps("in towns such as Harwick people carry out big plans",
            "in towns like Harwick people perform big plans", small_thesaurus());
  ASSERT_EQ(table.swaps.size(), 2u);
  EXPECT_EQ(table.swaps[0].source_begin, 2u);
  EXPECT_EQ(table.swaps[0].source_end, 4u);
  EXPECT_EQ(table.swaps[0].rewrite_begin, 2u);
  EXPECT_EQ(table.swaps[0].rewrite_end, 3u);
  EXPECT_EQ(table.rows[table.swaps[0].row].from, "such as");
  EXPECT_EQ(table.swaps[1].source_begin, 6u);
  EXPECT_EQ(table.swaps[1].rewrite_begin, 5u);
  EXPECT_EQ(table.rows[table.swaps[1].row].to, "perform");
}

TEST(Swaps, SayWhoCallsThemSynonyms) {
  const SwapTable table = swaps("a community grew", "a group grew", small_thesaurus());
  const Substitution* row = find(table, "community", "group");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->kind, SwapKind::synonym);
  EXPECT_EQ(row->resource, Resource::mythes);
  EXPECT_EQ(row->sense, "MyThes community#1");
  EXPECT_TRUE(row->is_content);
  EXPECT_EQ(table.synonym_swaps, 1u);

  const Substitution without = swaps("a community grew", "a group grew").rows.at(0);
  EXPECT_EQ(without.kind, SwapKind::other);
  EXPECT_EQ(without.resource, std::nullopt);
  EXPECT_EQ(without.sense, "");
}

TEST(Swaps, NameTheSense) {
  const SwapTable table = swaps("a community grew", "a neighbourhood grew", small_thesaurus());
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(table.rows[0].sense, "MyThes community#2");
  const SwapTable back = swaps("a group grew", "a community grew", small_thesaurus());
  ASSERT_EQ(back.rows.size(), 1u);
  EXPECT_EQ(back.rows[0].sense, "MyThes community#1");
  const SwapTable phrase = swaps("we carried out plans", "we performed plans", small_thesaurus());
  ASSERT_EQ(phrase.rows.size(), 1u);
  EXPECT_EQ(phrase.rows[0].from, "carried out");
  EXPECT_EQ(phrase.rows[0].kind, SwapKind::synonym);
  EXPECT_EQ(phrase.rows[0].sense, "MyThes carry out#1");
}

TEST(Swaps, AreFoundThroughBaseForms) {
  const testing::SmallWordNet wordnet;
  const testing::ScratchFolder folder;
  const auto lexicon =
      testing::built({.wordnet_folder = wordnet.path(),
                      .mythes_files = {folder.put("th.dat", "UTF-8\nbuy|1\n(verb)|purchase\n")}});
  const SwapTable table = swaps("they bought bread", "they purchased bread", lexicon.get());
  const Substitution* row = find(table, "bought", "purchased");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->kind, SwapKind::synonym);
  EXPECT_EQ(rows(swaps("they bought bread", "they buy bread", lexicon.get())),
            "bought>buy×1 inflection");
}

TEST(Swaps, OfPossessivesAreThoseOfTheWords) {
  const SwapTable table = swaps("the community's goals and a community",
                                "the group's goals and a group", small_thesaurus());
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(table.rows[0].from, "community");
  EXPECT_EQ(table.rows[0].count, 2u);
  EXPECT_EQ(table.rows[0].available, 2u);
  EXPECT_EQ(table.rows[0].kind, SwapKind::synonym);
  EXPECT_TRUE(swaps("the brand's goals", "the brand goals").rows.empty())
      << "the same word: nothing was swapped";
}

/// Nobody lists them, but the vectors say that they are near.
TEST(Swaps, MayBeSynonymsByTheirVectors) {
  const testing::ScratchFolder folder;
  const auto lexicon = testing::built(
      {.vectors_file = folder.put("v.txt", "brand 1 0\nlabel 1 1\nmodel -1 1\nmake 1 2\n")});
  const SwapTable near = swaps("our brand grew", "our label grew", lexicon.get());
  ASSERT_EQ(near.rows.size(), 1u);
  EXPECT_EQ(near.rows[0].kind, SwapKind::synonym);
  EXPECT_EQ(near.rows[0].resource, Resource::vectors);
  EXPECT_EQ(near.rows[0].sense, "vectors 0.71");
  const SwapTable far = swaps("our brand grew", "our model grew", lexicon.get());
  ASSERT_EQ(far.rows.size(), 1u);
  EXPECT_EQ(far.rows[0].kind, SwapKind::other);
}

TEST(Swaps, TellNamesThatWereDamaged) {
  const SwapTable table = swaps("says Erica Finley today", "says Erika Finlay today");
  const Substitution* name = find(table, "erica", "erika");
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->kind, SwapKind::near_spelling);
  EXPECT_EQ(table.content_swaps, 0u);  // damage, not a synonym
}

TEST(Swaps, OfInflectionsAreNotContent) {
  const SwapTable table = swaps("it is not a goal that gets old and you will see Erica",
                                "it isn't a goals that will get old and you'll see Erica");
  for (const auto& [from, to] : {std::pair{"is not", "isn't"},
                                 {"goal", "goals"},
                                 {"gets", "will get"},
                                 {"you will", "you'll"}}) {
    const Substitution* row = find(table, from, to);
    ASSERT_NE(row, nullptr) << from;
    EXPECT_EQ(row->kind, SwapKind::inflection) << from;
    EXPECT_FALSE(row->is_content) << from;
    EXPECT_FALSE(row->is_constant) << from;
  }
  EXPECT_EQ(table.content_swaps, 0u);
}

TEST(Swaps, ThatBeginAlikeAreNotContent) {
  const SwapTable table = swaps("a manager came", "a management came");
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_FALSE(table.rows[0].is_content);
  EXPECT_EQ(table.content_swaps, 0u);
}

TEST(Swaps, OfAMappingThatIsNotConstantAreNot) {
  const SwapTable table = swaps("a shop here. a shop there. a shop now.",
                                "a store here. a boutique there. a kiosk now.");
  EXPECT_EQ(table.content_swaps, 3u);
  EXPECT_EQ(table.constant_swaps, 0u);
  const SwapTable half = swaps("a shop here. a shop there. a shop now. a shop then.",
                               "a store here. a store there. a kiosk now. a kiosk then.");
  EXPECT_EQ(half.content_swaps, 4u);
  EXPECT_EQ(half.constant_swaps, 0u) << "neither is more than half";
}

TEST(Swaps, ThatAreConstantMayBeSynonyms) {
  const SwapTable table = swaps("a strong rope. a strong tree. a strong gale.",
                                "a robust rope. a robust tree. a robust gale.", small_thesaurus());
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(table.rows[0].kind, SwapKind::synonym);
  EXPECT_TRUE(table.rows[0].is_constant);
  EXPECT_EQ(table.constant_swaps, 3u);
  EXPECT_EQ(table.constant_synonyms, 3u);
  EXPECT_EQ(table.synonym_swaps, 3u);
}

TEST(Swaps, OfTermsHaveARowBesideThoseOfTheirWords) {
  const SwapTable table =
      swaps("Our community management is new. See why community management costs so much.",
            "Our group administration is new. See why group administration costs so much.");
  EXPECT_EQ(rows(table),
            "community>group×2 constant, management>administration×2 constant, "
            "community management>group administration×2 constant");
  const Substitution* term = find(table, "community management", "group administration");
  ASSERT_NE(term, nullptr);
  EXPECT_TRUE(term->is_made_of_rows);
  EXPECT_TRUE(term->is_content);
  EXPECT_TRUE(term->is_constant);
  EXPECT_EQ(term->available, 0u);
  EXPECT_FALSE(find(table, "community", "group")->is_made_of_rows);
  EXPECT_EQ(table.swaps.size(), 4u) << "the words' swaps are not counted twice";
  EXPECT_EQ(table.content_swaps, 4u);
  EXPECT_EQ(table.constant_swaps, 4u);
  EXPECT_EQ(table.short_replacements, 2u);
}

TEST(Swaps, OfTermsOccurTwice) {
  const SwapTable once = swaps("Our community management is new. A community costs so much.",
                               "Our group administration is new. A group costs so much.");
  EXPECT_EQ(find(once, "community management", "group administration"), nullptr);
  const SwapTable apart =
      swaps("A community in management is new. A community in management lost.",
            "A group in administration is new. A group in administration lost.");
  EXPECT_TRUE(std::ranges::none_of(apart.rows, &Substitution::is_made_of_rows));
}

TEST(Swaps, OfARewrittenStretchAreNone) {
  EXPECT_TRUE(swaps("alpha one two three four omega", "alpha quite another five words here omega")
                  .swaps.empty());
  // Content word for content word, a spinner may have swapped a few in a row.
  EXPECT_EQ(
      swaps("alpha ash oak elm fir yew omega", "alpha cow hen pig dog cat omega").swaps.size(), 5u);
  EXPECT_TRUE(swaps("alpha ash oak elm fir yew lime pine omega",
                    "alpha cow hen pig dog cat goat duck omega")
                  .swaps.empty());
  EXPECT_TRUE(swaps("it rained all night long in the valley", "").swaps.empty());
}

TEST(Swaps, OfARewrittenStretchAreWhatIsKnown) {
  EXPECT_EQ(rows(swaps("alpha one or two of my strong men who lived by the old mill omega",
                       "alpha quite another kind with five robust words are all that can be here "
                       "omega",
                       small_thesaurus())),
            "strong>robust×1 synonym");
}

TEST(Swaps, HaveNamesForTheirKinds) {
  EXPECT_EQ(name_of(SwapKind::synonym), "synonym");
  EXPECT_EQ(name_of(SwapKind::constant), "constant");
  EXPECT_EQ(name_of(SwapKind::near_spelling), "near_spelling");
  EXPECT_EQ(name_of(SwapKind::other), "other");
  EXPECT_EQ(name_of(SwapKind::inflection), "inflection");
}

/// A swap whose words have the key of others is put into their row.
TEST(Swaps, StandInTheRowOfTheirWords) {
  PreparedPair pair;
  const std::uint64_t samples = testing::is_sanitized ? 1'000 : 10'000;
  for (std::uint64_t seed = 0; seed < samples; ++seed) {
    const auto texts = reference::random_text_pair(seed);
    pair.assign({texts.source, texts.rewrite});
    ASSERT_EQ(testing::flaw_of_rows(pair), "") << "seed " << seed << "\n"
                                               << texts.source << "\n---\n"
                                               << texts.rewrite;
  }
  for (std::uint64_t seed = 0; seed < samples / 20; ++seed) {
    const auto texts = testing::random_document_pair(seed);
    pair.assign({texts.source, texts.rewrite});
    ASSERT_EQ(testing::flaw_of_rows(pair), "") << "seed " << seed;
  }
}

TEST(Swaps, OfArticlesStandInTheRowOfTheirWords) {
  PreparedPair pair({}, small_thesaurus());
  for (const std::string subject : testing::corpus_subjects) {
    const std::string source = testing::corpus_text(subject + "/original");
    for (const char* kind : {"/spun", "/reworded", "/shortened", "/same_topic"}) {
      const std::string rewrite = testing::corpus_text(subject + kind);
      pair.assign({source, rewrite});
      EXPECT_EQ(testing::flaw_of_rows(pair), "") << subject << kind;
    }
  }
}

/// The counts are those of the rows, whatever the texts.
TEST(Swaps, OfRandomDocumentsAddUp) {
  PreparedPair with({}, small_thesaurus());
  PreparedPair without;
  const std::uint64_t samples = testing::is_sanitized ? 30 : 300;
  for (std::uint64_t seed = 1000; seed < 1000 + samples; ++seed) {
    const auto texts = testing::random_document_pair(seed);
    for (PreparedPair* pair : {&with, &without}) {
      pair->assign({texts.source, texts.rewrite});
      ASSERT_EQ(testing::flaw_of(*pair), "") << "seed " << seed;
      SwapTable sum;
      for (const Substitution& row : pair->swaps().rows) {
        if (row.is_made_of_rows || !row.is_content) {
          continue;
        }
        sum.content_swaps += row.count;
        sum.synonym_swaps += row.kind == SwapKind::synonym ? row.count : 0;
        sum.constant_swaps += row.is_constant ? row.count : 0;
        sum.constant_synonyms += row.is_constant && row.kind == SwapKind::synonym ? row.count : 0;
      }
      ASSERT_EQ(pair->swaps().content_swaps, sum.content_swaps) << "seed " << seed;
      ASSERT_EQ(pair->swaps().synonym_swaps, sum.synonym_swaps) << "seed " << seed;
      ASSERT_EQ(pair->swaps().constant_swaps, sum.constant_swaps) << "seed " << seed;
      ASSERT_EQ(pair->swaps().constant_synonyms, sum.constant_synonyms) << "seed " << seed;
      ASSERT_LE(pair->swaps().content_replacements, pair->swaps().short_replacements);
    }
  }
}

TEST(Swaps, OfATextWithItselfAreNone) {
  for (const char* subject : testing::corpus_subjects) {
    const std::string text = testing::corpus_text(std::string(subject) + "/original");
    EXPECT_TRUE(swaps(text, text, small_thesaurus()).rows.empty());
  }
  EXPECT_TRUE(swaps("", "").rows.empty());
}

}  // namespace
}  // namespace unspin
