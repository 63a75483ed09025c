#include "engine/report/terminal_report.hpp"

#include "tests/engine/report/made_up_result.hpp"

namespace unspin {
namespace {

class Terminal : public MadeUpResult {
 protected:
  std::string screen(TerminalStyle style = {}) const {
    std::string out;
    append_terminal(
        result,
        {.source_name = "a.txt", .rewrite_name = "b.txt", .source_words = 10, .rewrite_words = 12},
        style, out);
    return out;
  }
  bool has(std::string_view part, TerminalStyle style = {}) const {
    return screen(style).find(part) != std::string::npos;
  }
};

TEST_F(Terminal, HasTheVerdictFirst) {
  EXPECT_EQ(screen(),
            "SPUN · confidence 0.97   a.txt → b.txt   10 → 12 words\n"
            "\n"
            "Why   because \"so\"\n"
            "\n"
            "Swaps  times swapped / in the original; rep recurring\n"
            "  brand         → model       3/4    rep\n"
            "\n"
            "Terms  of several words that the original repeats\n"
            "  old term                      3  kept 1, → aged term ×2\n"
            "\n"
            "ngram  triple 0.400\n"
            "edit   plain:x=1 0.500\n"
            "\n");
  EXPECT_TRUE(has("\x1b[31mbrand\x1b[0m", {.colour = true}));
  EXPECT_TRUE(screen({.colour = true}).starts_with("\x1b[1;31mSPUN\x1b[0m"));
}

TEST_F(Terminal, ALabelThatIsNotSureNamesTheRunnerUp) {
  judgement.verdict.probabilities = {{0.01, 0.35, 0.62, 0.02}};
  judgement.verdict.label = Label::paraphrase;
  judgement.verdict.confidence = 0.62;
  EXPECT_TRUE(has("PARAPHRASE · confidence 0.62, spun 0.35   a.txt → b.txt   10 → 12 words\n\n"));
  judgement.verdict.probabilities = {{0.45, 0.05, 0.5, 0}};
  EXPECT_TRUE(has("confidence 0.62, verbatim 0.45   "));
  judgement.verdict.probabilities = {{0.05, 0, 0.62, 0.33}};
  EXPECT_TRUE(
      has("PARAPHRASE · confidence 0.62,\n"
          "unrelated 0.33   10 → 12 words\n"
          "a.txt → b.txt\n",
          {.width = 40}));
  judgement.verdict = {.label = Label::verbatim,
                       .confidence = 0.7,
                       .probabilities = {{0.7, 0.1, 0.2, 0}},
                       .reasons = {}};
  EXPECT_TRUE(has("VERBATIM · confidence 0.70, paraphrase 0.20   a.txt"));
  judgement.verdict.confidence = 0.8;
  EXPECT_TRUE(has("VERBATIM · confidence 0.80   a.txt"));
  judgement.verdict.confidence.reset();
  EXPECT_TRUE(has("VERBATIM   a.txt"));
}

TEST_F(Terminal, SwapsShowTheirKind) {
  evidence.substitutions = {
      row("community", "group", 21, 24, SwapKind::synonym, "WordNet c#1"),
      row("brand", "model", 3, 4, SwapKind::constant),
      row("community management", "group administration", 5, 0, SwapKind::constant),
      row("erica", "erika", 1, 1, SwapKind::near_spelling),
      row("in charge", "in cost", 1, 0, SwapKind::other),
      row("goal", "goals", 2, 3, SwapKind::inflection)};
  evidence.substitutions[2].is_made_of_rows = true;
  EXPECT_TRUE(
      has("Swaps  times swapped / in the original; syn synonym, rep recurring, sp. spelling\n"
          "  community     → group       21/24  syn  erica         → erika       1/1    sp.\n"
          "  brand         → model       3/4    rep  in charge     → in cost     1\n"
          "  community mana… → group adminis… 5 rep\n"
          "  … 1 more: --all\n"));
  EXPECT_TRUE(
      has("  community         → group               21/24  syn  WordNet c#1\n"
          "  brand             → model               3/4    rep\n"
          "  community management → group administration 5  rep\n"
          "  erica             → erika               1/1    sp.\n"
          "  in charge         → in cost             1\n"
          "  goal              → goals               2/3    inf\n"
          "\n",
          {.show_all = true}));
  // No room for what the resource says.
  EXPECT_TRUE(
      has("  community     → group       21/24  syn\n"
          "  brand         → model       3/4    rep\n",
          {.width = 60, .show_all = true}));
}

TEST_F(Terminal, TermsOnANarrowScreenHaveTheirFateBelow) {
  EXPECT_TRUE(
      has("Terms  of several words that the\n"
          "       original repeats\n"
          "  old term                      3\n"
          "    kept 1, → aged term ×2\n",
          {.width = 40}));
}

TEST_F(Terminal, TermsShowWhatTheGlossaryAllowsAndForbids) {
  evidence.terms = {{.term = "hive tool",
                     .occurrences = 9,
                     .kept = 1,
                     .inflected = 1,
                     .variants = 2,
                     .near_misses = {{"hive tol", 1}},
                     .replaced = {{"gadget", 3, true}},
                     .lost = 1,
                     .is_from_glossary = true}};
  EXPECT_TRUE(
      has("Terms  of the glossary, and of several words that the original repeats\n"
          "  hive tool                     9  kept 1, inflected 1, allowed 2, ~ hive tol\n"
          "                                   ×1, → gadget ×3 (forbidden), lost 1\n\n"));
}

TEST_F(Terminal, ThingsToKeepHaveALineForEachKind) {
  evidence.names = {{.term = "Erica", .occurrences = 3, .kept = 2, .near_misses = {{"Erika", 1}}},
                    {.term = "Finley", .occurrences = 2, .inflected = 2}};
  evidence.numbers = {{.term = "1,000", .occurrences = 9, .kept = 8, .variants = 1}};
  evidence.quotes = {
      {.term = "we wait", .occurrences = 2, .replaced = {{"they hold on", 1}}, .lost = 1}};
  EXPECT_TRUE(
      has("  old term                      3  kept 1, → aged term ×2\n"
          "\n"
          "names    Erica → Erika ×1 (near miss), 4 of 5 kept\n"
          "numbers  all 9 kept\n"
          "quotes   we wait → they hold on ×1, we wait lost ×1, 0 of 2 kept\n"
          "\n"
          "ngram"));
  EXPECT_TRUE(
      has("names    Erica → Erika ×1 (near miss), 4\n"
          "           of 5 kept\n",
          {.width = 40}));
  judgement.verdict.label = Label::unrelated;
  EXPECT_FALSE(has("names"));
  EXPECT_TRUE(has("names", {.show_all = true}));
}

TEST_F(Terminal, LongListsOfThingsAreCut) {
  evidence.numbers.assign(7, {.term = "12", .occurrences = 2, .kept = 1, .replaced = {{"13", 1}}});
  evidence.numbers.push_back({.term = "99", .occurrences = 1, .lost = 1});
  EXPECT_TRUE(
      has("numbers  12 → 13 ×1, 12 → 13 ×1, 12 → 13 ×1, 12 → 13 ×1, … 4 more (--all), 7 of\n"
          "           15 kept\n"));
  EXPECT_TRUE(has("99 lost ×1, 7 of 15 kept\n", {.show_all = true}));
  EXPECT_FALSE(has("more", {.show_all = true}));
}

TEST_F(Terminal, HiddenCharactersAreShownWhateverTheLabel) {
  evidence.rewrite_obfuscation.characters[static_cast<std::size_t>(Trick::invisible)] = 20;
  evidence.rewrite_obfuscation.characters[static_cast<std::size_t>(Trick::homoglyph)] = 12;
  judgement.verdict.label = Label::unrelated;
  EXPECT_TRUE(
      has("because \"so\"\n"
          "\n"
          "Hidden  32 characters in the rewrite: invisible characters 20, look-alike\n"
          "          letters 12\n"
          "\n"
          "ngram"));
  evidence.rewrite_obfuscation = {};
  evidence.source_obfuscation.characters[static_cast<std::size_t>(Trick::soft_hyphen)] = 1;
  EXPECT_TRUE(has("\nHidden  1 character in the original: soft hyphens 1\n\n"));
  evidence.rewrite_obfuscation.characters[static_cast<std::size_t>(Trick::bidi_control)] = 2;
  EXPECT_TRUE(
      has("Hidden  2 characters in the rewrite: direction marks 2\n"
          "        1 character in the original: soft hyphens 1\n\n"));
}

TEST_F(Terminal, NothingWasSwappedInAnUnrelatedText) {
  judgement.verdict.label = Label::unrelated;
  EXPECT_FALSE(has("Swaps"));
  EXPECT_TRUE(has("Swaps", {.show_all = true}));
}

TEST_F(Terminal, IssuesAndMissingValuesAreNotes) {
  const std::vector<RowIssue> own{{.code = "invalid_utf8", .message = "repaired"}};
  result.issues = own;
  evidence.issues = {{.code = "not_aligned", .message = "too long"}};
  scores[0].values[0] = no_value;
  EXPECT_TRUE(has("Note  repaired\nNote  too long\nNote  plain:x=1: no value, there is nothing\n"));
}

TEST_F(Terminal, NoTextSteersIt) {
  evidence.substitutions[0].to =
      "mo\x1b]0;owned\x07"
      "del";
  const std::string name("Eri\0ca\x1b[2J\u202e", 13);
  evidence.terms = {{.term = name, .occurrences = 3, .near_misses = {{name, 3}}}};
  evidence.names = {{.term = name,
                     .occurrences = 3,
                     .near_misses = {{name, 1}},
                     .replaced = {{name, 1}},
                     .lost = 1}};
  EXPECT_TRUE(has("names    Eri·ca·[2J· → Eri·ca·[2J· ×1 (near miss), "));
  EXPECT_EQ(screen().find('\0'), std::string::npos);
  EXPECT_FALSE(has("\u202e"));
  EXPECT_FALSE(has("\x1b"));
  EXPECT_FALSE(has("\x07"));
}

}  // namespace
}  // namespace unspin
