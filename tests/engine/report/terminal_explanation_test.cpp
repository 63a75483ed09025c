#include "engine/report/terminal_explanation.hpp"

#include "tests/engine/report/made_up_result.hpp"
#include "tests/engine/report/placed_words.hpp"

namespace unspin {
namespace {

class Explanation : public MadeUpResult {
 protected:
  std::string screen() const {
    std::string out;
    append_explanation(result,
                       {.source_name = "a.txt",
                        .rewrite_name = "b.txt",
                        .source_words = source.words.size(),
                        .rewrite_words = rewrite.words.size(),
                        .source_text = source.text,
                        .rewrite_text = rewrite.text,
                        .source_words_at = &source.words,
                        .rewrite_words_at = &rewrite.words,
                        .beads = beads},
                       {}, out);
    return out;
  }
  bool has(std::string_view part) const { return screen().find(part) != std::string::npos; }

  /// Whether the parts stand in the screen one behind the other.
  ::testing::AssertionResult has_in_order(std::initializer_list<std::string_view> parts) const {
    const std::string shown = screen();
    std::size_t at = 0;
    for (const std::string_view part : parts) {
      at = shown.find(part, at);
      if (at == std::string::npos) {
        return ::testing::AssertionFailure() << "no " << part << " there in\n" << shown;
      }
    }
    return ::testing::AssertionSuccess();
  }

  const PlacedWords source{"Bees fly. Dogs bark."}, rewrite{"Bees fly. Dogs yelp."};
  const std::vector<Bead> beads{{0, 2, 0, 2}, {2, 4, 2, 4}};
};

TEST_F(Explanation, GoesFromTheVerdictToItsFiguresToTheTextsToTheRest) {
  judgement.verdict.factors = {{.name = "swaps", .meaning = "short swaps", .pull = 2}};
  judgement.verdict.against = Label::paraphrase;
  evidence.names = {{.term = "Erica", .occurrences = 2, .kept = 2}};
  evidence.rewrite_obfuscation.characters[0] = 1;
  evidence.rewrite_obfuscation.places = {{Trick::invisible, 5, 6, 1}};
  evidence.issues = {{.code = "any", .message = "a note"}};
  EXPECT_TRUE(has_in_order(
      {"SPUN · confidence 0.97   a.txt → b.txt   4 → 4 words\n\n", "Why   because \"so\"\n",
       "What moved it  ", "short swaps\n", "Sentence by sentence  ", "   1= Bees fly.\n",
       "   2  Dogs bark.\n", "   2  Dogs yelp.\n", "Swaps  ", "brand ", "Terms  ", "old term ",
       "names  2 of 2 kept\n  Erica                         2  all kept\n",
       "Hidden  1 character in the rewrite", "ngram  triple 0.400", "Note  a note\n"}));
}

TEST_F(Explanation, HasAllSwapsByCount) {
  evidence.substitutions.clear();
  for (int i = 0; i < 30; ++i) {
    evidence.substitutions.push_back(
        row("old" + std::to_string(i), "new", i == 29 ? 5 : 1, 0, SwapKind::inflection));
  }
  EXPECT_TRUE(has_in_order({"old29", "old0 ", "old1 "}));
  EXPECT_TRUE(has("old28"));
  EXPECT_FALSE(has("--all"));
}

TEST_F(Explanation, HasEachSwapWithWhoSaysSo) {
  evidence.substitutions = {
      row("goal", "aim", 2, 3, SwapKind::synonym, "WordNet goal#1"),
      row("brand", "model", 4, 4, SwapKind::constant),
  };
  EXPECT_TRUE(
      has_in_order({"brand             → model               4/4    rep\n",
                    "goal              → aim                 2/3    syn  WordNet goal#1\n"}));
}

TEST_F(Explanation, HasAllThingsKeptOrNot) {
  for (int i = 0; i < 12; ++i) {
    evidence.numbers.push_back({.term = std::to_string(100 + i), .occurrences = 1, .kept = 1});
  }
  evidence.numbers.push_back({.term = "7", .occurrences = 2, .replaced = {{"8", 2}}});
  evidence.quotes = {{.term = "a quotation that is too long to stand beside what became of it",
                      .occurrences = 1,
                      .lost = 1}};
  EXPECT_TRUE(has_in_order({"numbers  12 of 14 kept\n", "  100 ", "  111  ",
                            "  7                             2  → 8 ×2\n", "quotes  0 of 1 kept\n",
                            "  a quotation that is too long to stand beside what became of it\n",
                            "1  lost 1\n"}));
}

TEST_F(Explanation, SaysInWhichWordsSomethingWasHidden) {
  evidence.rewrite_obfuscation.characters[static_cast<std::size_t>(Trick::invisible)] = 3;
  evidence.rewrite_obfuscation.places = {{Trick::invisible, 1, 2, 1},   // in "Bees"
                                         {Trick::invisible, 2, 3, 1},   // and again
                                         {Trick::invisible, 4, 5, 1}};  // behind it
  evidence.source_obfuscation.characters[static_cast<std::size_t>(Trick::soft_hyphen)] = 1;
  evidence.source_obfuscation.places = {{Trick::soft_hyphen, 19, 20, 1}};  // behind the last word
  EXPECT_TRUE(
      has("Hidden  3 characters in the rewrite: invisible characters 3\n"
          "        1 character in the original: soft hyphens 1\n"
          "  rewrite, invisible characters in Bees: at byte 1, 2\n"
          "  rewrite, invisible characters in Bees fly: at byte 4\n"
          "  original, soft hyphens in bark: at byte 19\n"
          "\n"));
}

TEST_F(Explanation, SaysThatUnrelatedTextsSwapNothing) {
  const std::string_view remark = "The texts are unrelated: below is what stands in the same place";
  EXPECT_FALSE(has(remark));
  judgement.verdict.label = Label::unrelated;
  EXPECT_TRUE(has_in_order({"Sentence by sentence", remark, "Swaps  "}));
}

}  // namespace
}  // namespace unspin
