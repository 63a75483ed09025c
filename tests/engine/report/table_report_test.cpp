#include "engine/report/table_report.hpp"

#include <algorithm>

#include "engine/report/evidence_cells.hpp"
#include "engine/text/word_segmenter.hpp"
#include "tests/engine/report/made_up_result.hpp"

namespace unspin {
namespace {

class Tables : public MadeUpResult {
 protected:
  using Columns = std::optional<std::vector<std::string>>;
  static Columns columns(std::initializer_list<std::string> names) {
    return std::vector<std::string>(names);
  }

  TableReport table(TableReport::Kind kind, bool has_verdict, Columns extra_columns) const {
    return {kind, selected, has_verdict, std::move(extra_columns)};
  }
  std::string header(const TableReport& report) const {
    std::string out;
    report.append_header(out);
    return out;
  }
  std::string line(const TableReport& report) const {
    std::string out;
    report.append_row(result, out);
    return out;
  }
};

TEST_F(Tables, TsvEscapesAndCsvQuotes) {
  const TableReport tabs = table(TableReport::Kind::tsv, true, columns({"topic"}));
  EXPECT_EQ(header(tabs),
            "id\tlabel\tconfidence\tp_spun\tsubstitutions\tterms\tnames\tnumbers\turls\tquotes\t"
            "hidden_characters\tidentical\tminor\tsynonym\trewritten\tplain:x=1\ttriple."
            "precision\ttriple.recall\ttriple.f1\ttopic\t"
            "issues\n");
  EXPECT_EQ(line(tabs),
            "a\\tb\tspun\t0.97\t\tbrand>model x3 constant\told term: kept 1 of 3, aged term x2"
            "\t\t\t\t\t0\t\t\t\t\t0.5\t0.25\t1\t0.4\tx,y\t\n");
  const TableReport commas = table(TableReport::Kind::csv, false, columns({"topic"}));
  EXPECT_EQ(line(commas), "a\tb,0.5,0.25,1,0.4,\"x,y\",\n");
  std::string csv;
  commas.append_broken("\"q\"", {.line = 2, .code = "bad", .message = "a \"quote\""}, csv);
  EXPECT_EQ(csv, "q,,,,,,\"line 2: bad: a \"\"quote\"\"\"\n");
}

TEST_F(Tables, EvidenceIsCountedAndCompact) {
  evidence.substitutions.push_back(row("community", "group", 21, 24, SwapKind::synonym));
  evidence.terms.push_back({.term = "a b",
                            .occurrences = 4,
                            .inflected = 1,
                            .replaced = {{"c d", 1}, {"e", 1}},
                            .lost = 1});
  evidence.rewrite_obfuscation.characters[0] = 5;
  evidence.source_obfuscation.characters[0] = 99;  // not what the rewrite hides
  evidence.spans = {{SpanClass::identical, {.begin_word = 0, .end_word = 7}, {}},
                    {SpanClass::rewritten, {.begin_word = 7, .end_word = 7}, {.end_word = 9}},
                    {SpanClass::synonym, {.begin_word = 7, .end_word = 9}, {}},
                    {SpanClass::identical, {.begin_word = 9, .end_word = 10}, {}}};
  EXPECT_EQ(line(table(TableReport::Kind::csv, true, columns({}))),
            "a\tb,spun,0.97,,brand>model x3 constant; community>group x21 synonym,"
            "\"old term: kept 1 of 3, aged term x2; a b: kept 0 of 4, inflected 1, c d x1, e x1, "
            "lost 1\",,,,,5,8,0,2,0,0.5,0.25,1,0.4,\n");
}

TEST_F(Tables, HaveTheProbabilityOfSpun) {
  judgement.verdict.label = Label::paraphrase;
  judgement.verdict.confidence = 0.625;
  judgement.verdict.probabilities = {{0, 0.25, 0.625, 0.125}};
  EXPECT_TRUE(line(table(TableReport::Kind::csv, true, columns({})))
                  .starts_with("a\tb,paraphrase,0.625,0.25,brand>model"));
}

TEST_F(Tables, ThingsThatWereNotKeptAreListed) {
  evidence.names = {{.term = "Erica", .occurrences = 2, .kept = 1, .near_misses = {{"Erika", 1}}},
                    {.term = "J. Finley", .occurrences = 2, .inflected = 2},
                    {.term = "Utrecht",
                     .occurrences = 3,
                     .near_misses = {{"Utrecth", 1}},
                     .replaced = {{"the city", 1, true}},
                     .lost = 1}};
  evidence.numbers = {{.term = "1,000", .occurrences = 1, .lost = 1},
                      {.term = "7", .occurrences = 1, .replaced = {{"8", 1}}}};
  evidence.quotes = {{.term = "We wait; we hope", .occurrences = 1, .lost = 1}};
  evidence.terms = {{.term = "hive tool",
                     .occurrences = 4,
                     .variants = 2,
                     .near_misses = {{"hive tol", 1}},
                     .replaced = {{"apiary gadget", 1, true}}}};
  const std::string text = line(table(TableReport::Kind::tsv, true, columns({})));
  EXPECT_NE(
      text.find("\thive tool: kept 0 of 4, allowed 2, ~ hive tol x1, apiary gadget x1 forbidden"
                "\tErica ~ Erika x1; Utrecht ~ Utrecth x1, the city x1 forbidden, lost 1"
                "\t1,000: lost 1; 7: 8 x1\t\tWe wait, we hope: lost 1\t"),
      std::string::npos)
      << text;
}

TEST_F(Tables, CellsTellTheMostTellingOnly) {
  const std::vector<Substitution> rows(30, row("a", "b", 1, 1, SwapKind::other));
  EXPECT_EQ(std::ranges::count(substitutions_cell(rows), '>'), 10);
  const std::vector<TermRecord> terms(30, {.term = "a b", .occurrences = 2, .kept = 2});
  EXPECT_EQ(std::ranges::count(terms_cell(terms), ':'), 5);
  EXPECT_EQ(things_cell(terms), "");
  std::vector<TermRecord> lost(30, {.term = "Erica", .occurrences = 1, .lost = 1});
  lost.insert(lost.begin(), terms.begin(), terms.end());
  EXPECT_EQ(std::ranges::count(things_cell(lost), ':'), 5);
}

/// So that a script can split the cells.
TEST_F(Tables, WordsHaveNothingInThemThatSeparatesCells) {
  std::size_t words = 0;
  WordSegmenter().for_each_word(
      "a>b c; 3;4 >> d;e 5; 6> ＞；g 7;x; ；", [&](const auto&, std::string_view word) {
        EXPECT_EQ(word.find_first_of("> "), std::string_view::npos) << word;
        EXPECT_FALSE(word.ends_with(';')) << word;
        ++words;
      });
  EXPECT_GT(words, 5);
  EXPECT_EQ(substitutions_cell({row("x>y;", "3;4; z", 1, 1, SwapKind::other)}),
            "x_y,>3;4, z x1 other");
}

TEST_F(Tables, EveryLineHasAsManyCellsAsTheHeader) {
  for (const bool has_verdict : {false, true}) {
    for (const Columns& extra_columns : {Columns{}, columns({}), columns({"topic", "other"})}) {
      const TableReport report = table(TableReport::Kind::tsv, has_verdict, extra_columns);
      const auto tabs = std::ranges::count(header(report), '\t');
      EXPECT_EQ(std::ranges::count(line(report), '\t'), tabs);
      std::string broken;
      report.append_broken("1", {.line = 2, .code = "bad", .message = "no"}, broken);
      EXPECT_EQ(std::ranges::count(broken, '\t'), tabs);
    }
  }
}

TEST_F(Tables, InputColumnsGiveWayToOurs) {
  const TableReport report =
      table(TableReport::Kind::csv, true,
            columns({"terms", "urls", "p_spun", "triple.f1", "substitution"}));
  EXPECT_TRUE(header(report).ends_with(
      ",input_terms,input_urls,input_p_spun,input_triple.f1,substitution,issues\n"));
}

TEST_F(Tables, OfJsonLinesKeepOtherFieldsInOneColumn) {
  const TableReport report = table(TableReport::Kind::tsv, false, std::nullopt);
  EXPECT_NE(header(report).find("\textra\tissues\n"), std::string::npos);
  EXPECT_NE(line(report).find("\t{\"topic\":\"x,y\",\"scores\":1.10}\t\n"), std::string::npos);
}

}  // namespace
}  // namespace unspin
