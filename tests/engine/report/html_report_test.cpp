// The page of a pair: what is in it, and what cannot get into it.
#include "engine/report/html_report.hpp"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <regex>
#include <string>
#include <string_view>

#include "tests/cli/run_command.hpp"
#include "tests/engine/report/made_up_result.hpp"
#include "tests/engine/report/pair_screen.hpp"
#include "tests/engine/report/placed_words.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

std::string between(const std::string& text, std::string_view begin, std::string_view end) {
  const std::size_t from = text.find(begin) + begin.size();
  return text.substr(from, text.find(end, from) - from);
}

/// The page without its style and its script: what depends on the pair.
std::string body_of(const std::string& page) {
  std::string body = page;
  const std::size_t style = body.find("<style>");
  body.erase(style, body.find("</style>") - style);
  const std::size_t script = body.find("<script>");
  return body.erase(script, body.find("</script>", script) - script);
}

class HtmlReport : public MadeUpResult {
 protected:
  HtmlReport() {
    evidence.spans = {record(SpanClass::identical, 0, 1, 0, 1),
                      record(SpanClass::synonym, 1, 2, 1, 2),
                      record(SpanClass::rewritten, 2, 3, 2, 2)};
    evidence.swaps = {{1, 2, 1, 2, 0}};
  }

  std::string page(std::string_view source_title = "a.txt",
                   std::string_view rewrite_title = "b.txt") const {
    std::string out;
    append_html(result, {source_title, {original.text, &original.words}},
                {rewrite_title, {copy.text, &copy.words}}, out);
    return out;
  }

  PlacedWords original{"The brand wins."}, copy{"The model."};
};

TEST_F(HtmlReport, SaysTheVerdictInWords) {
  EXPECT_NE(page().find("<h1>Spun copy</h1>"), std::string::npos);
  EXPECT_NE(page().find("The wording was swapped, the text was kept."), std::string::npos);
  EXPECT_NE(page().find("Confidence: <b>97%</b>, very likely: of verdicts as sure as this, "
                        "about 97 in 100 were right"),
            std::string::npos);
  EXPECT_NE(page().find("<li>because &quot;so&quot;</li>"), std::string::npos);
  judgement.verdict.confidence = 0.999;
  EXPECT_NE(page().find("&gt;\u00A099%"), std::string::npos) << "no rounded certainty";
}

TEST_F(HtmlReport, HasBothTextsWholeWithEachPieceMarked) {
  const std::string body = page();
  EXPECT_NE(body.find("<p dir=\"auto\"><span class=\"e\" data-n=\"0\">The</span> "
                      "<span class=\"s\" data-n=\"1\">brand</span> "
                      "<span class=\"a\" data-n=\"2\">wins</span>.</p>"),
            std::string::npos);
  EXPECT_NE(body.find("<p dir=\"auto\"><span class=\"e\" data-n=\"0\">The</span> "
                      "<span class=\"s\" data-n=\"1\">model</span>.</p>"),
            std::string::npos);
  EXPECT_NE(body.find("id=\"pieces\">[1,1,1,1,1,0]</script>"), std::string::npos);
}

TEST_F(HtmlReport, GoesOnWithAPieceInTheNextParagraph) {
  original = PlacedWords("The\nbrand\nwins.");
  evidence.spans = {record(SpanClass::identical, 0, 3, 0, 2)};
  evidence.swaps.clear();
  EXPECT_EQ(count(between(page(), "id=\"source\"", "</div>"), "data-n=\"0\""), 3u);
}

TEST_F(HtmlReport, LeadsFromASwapToItsPlaces) {
  evidence.substitutions.push_back(row("brand wins", "model goes", 2, 0, SwapKind::constant));
  evidence.substitutions.back().is_made_of_rows = true;
  evidence.substitutions.push_back(row("wins", "goes", 2, 2, SwapKind::other));
  evidence.swaps = {{1, 2, 1, 2, 0}, {2, 3, 2, 3, 2}, {7, 8, 7, 8, 0}, {8, 9, 8, 9, 2}};
  const std::string body = page();
  EXPECT_NE(body.find("<tr data-at=\"1-2 7-8\"><th scope=\"row\"><bdi>brand</bdi>"),
            std::string::npos);
  EXPECT_NE(body.find("<tr data-at=\"1-3 7-9\"><th scope=\"row\"><bdi>brand wins</bdi>"),
            std::string::npos);
}

TEST_F(HtmlReport, ShowsHiddenCharacters) {
  copy.text = "The mo\u200B\u200Bdel.";
  copy.words.end[1] += 6;
  evidence.rewrite_obfuscation.places = {{Trick::invisible, 6, 12, 2}};
  evidence.rewrite_obfuscation.characters[0] = 2;
  EXPECT_NE(page().find("mo<span class=\"hidden\" data-trick=\"0\" data-count=\"2\" "
                        "data-which=\"U+200B\">··</span>del</span>"),
            std::string::npos);
  EXPECT_NE(page().find("<tr data-side=\"rewrite\" data-trick=\"0\">"), std::string::npos);
}

TEST_F(HtmlReport, LetsNoTextBecomeMarkup) {
  constexpr std::array<std::string_view, 5> attacks = {
      "</script><script>attack()</script>", "\"><img src=x onerror=attack()>", "<!--<script>",
      "]]><svg/onload=attack()>", "{{source}}"};
  const std::size_t scripts = count(page(), "<script");
  for (const std::string_view attack : attacks) {
    const std::string text(attack);
    original.text = copy.text = text;
    original.words.begin = copy.words.begin = {0, 1, 2};
    original.words.end = copy.words.end = {1, 2, static_cast<std::uint32_t>(text.size())};
    evidence.substitutions = {row(text, text, 1, 1, SwapKind::other, text)};
    evidence.names = evidence.urls = evidence.quotes = evidence.numbers = evidence.terms = {
        {.term = text, .occurrences = 2, .near_misses = {{text, 1}}, .replaced = {{text, 1}}}};
    evidence.issues = {{.code = "x", .message = text}};
    judgement.verdict.reasons = {text};
    result.signature = attack;
    const std::string made = page(attack, attack);
    EXPECT_EQ(count(made, "<script"), scripts) << attack;
    EXPECT_EQ(count(body_of(made), "<img"), 0u) << attack;
    EXPECT_EQ(count(body_of(made), "<svg/"), 0u) << attack;
    EXPECT_EQ(count(body_of(made), "<!--"), 0u) << attack;
  }
}

TEST_F(HtmlReport, HasNoMarksOfItsTemplateLeft) {
  EXPECT_EQ(count(page(), "{{"), 0u);
  EXPECT_EQ(count(page(), "}}"), 0u);
  EXPECT_EQ(count(page(), "@PAGE"), 0u);
}

TEST_F(HtmlReport, HasNoHandlersNoInlineStylesAndNoAddresses) {
  const std::string made = page();
  EXPECT_FALSE(std::regex_search(body_of(made), std::regex("<[^>]*\\son[a-z]+\\s*=")));
  EXPECT_FALSE(std::regex_search(body_of(made), std::regex("<[^>]*\\sstyle\\s*=")));
  EXPECT_FALSE(std::regex_search(made, std::regex("https?://|url\\(|@import|innerHTML|eval\\(")));
  EXPECT_EQ(count(made, " src="), 0u);
}

TEST_F(HtmlReport, AllowsExactlyItsOwnStyleAndScript) {
  const std::string made = page();
  const auto hash_of = [](const std::string& block) {
    const cli::TempFolder folder;
    const std::string file = folder.write("block", block);
    const cli::Outcome sum = cli::run_in_bash("sha256sum \"$1\" | cut -d' ' -f1", {file});
    return sum.out.substr(0, 64);
  };
  const auto allowed = [&](std::string_view what) {
    const std::string base64 = between(made, std::string(what) + "-src 'sha256-", "'");
    return cli::run_in_bash("printf %s \"$1\" | base64 -d | od -An -v -tx1 | tr -d ' \\n'",
                            {base64})
        .out;
  };
  EXPECT_EQ(allowed("style"), hash_of(between(made, "<style>", "</style>")));
  EXPECT_EQ(allowed("script"), hash_of(between(made, "<script>", "</script>")));
  EXPECT_NE(made.find("default-src 'none'"), std::string::npos);
}

TEST_F(HtmlReport, IsSmall) { EXPECT_LT(page().size(), 64'000u); }

TEST_F(HtmlReport, SaysWhenThereIsNothing) {
  original = PlacedWords("");
  copy = PlacedWords(" \n");
  judgement = {};
  const std::string made = page();
  EXPECT_EQ(count(made, "This text is empty."), 2u);
  EXPECT_NE(made.find("Too short to tell"), std::string::npos);
  EXPECT_NE(made.find("No word was found that was swapped"), std::string::npos);
}

TEST_F(HtmlReport, ShowsNoSwapsOfUnrelatedTexts) {
  judgement.verdict.label = Label::unrelated;
  EXPECT_EQ(count(page(), "<bdi>brand</bdi>"), 0u);
  EXPECT_EQ(count(page(), "were swapped in"), 0u);
  EXPECT_EQ(count(page(), "happens to stand in the same place"), 1u);
}

TEST_F(HtmlReport, ShowsWhatMovedTheVerdict) {
  judgement.verdict.factors = {{.name = "swaps",
                                .meaning = "short swaps",
                                .unit = "%",
                                .decimals = 1,
                                .value = 20.25,
                                .honest_low = 0.5,
                                .honest_middle = 4,
                                .honest_high = 13,
                                .pull = 3}};
  judgement.verdict.against = Label::paraphrase;
  EXPECT_NE(page().find("strongly to a spun copy"), std::string::npos);
  EXPECT_NE(page().find("class=\"unusual\""), std::string::npos);
  judgement.verdict.factors[0].pull = -1;
  judgement.verdict.factors[0].value = 5;
  EXPECT_NE(page().find("clearly to an honest paraphrase"), std::string::npos);
  EXPECT_NE(page().find("class=\"usual\""), std::string::npos);
}

}  // namespace
}  // namespace unspin
