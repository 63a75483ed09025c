// What the reports make of one made-up result.
#include <gtest/gtest.h>

#include "engine/report/json_report.hpp"
#include "engine/report/table_report.hpp"
#include "engine/report/terminal_report.hpp"

namespace unspin {
namespace {

Measured measure_nothing(PreparedPair&, const Settings&, std::span<double>) {
  return Measured::done;
}
void finish_nothing(std::span<const double>, const Settings&, std::span<double>) {}

constexpr Statistic one_statistic[] = {{"edits"}};
constexpr Statistic two_statistics[] = {{"counts", 2}, {"length"}};
constexpr std::string_view prf[] = {"precision", "recall", "f1"};

const Scorer plain{.info = {.name = "plain",
                            .family = Family::edit,
                            .summary = "",
                            .source = "",
                            .range = {0, 1},
                            .identity = 1,
                            .undefined_when = "there is nothing",
                            .example = {"", "", 0}},
                   .statistics = one_statistic,
                   .measure = measure_nothing,
                   .finish = finish_nothing};
const Scorer triple{.info = {.name = "triple",
                             .family = Family::ngram,
                             .summary = "",
                             .source = "",
                             .range = {0, 1},
                             .identity = 1,
                             .example = {"", "", 0}},
                    .statistics = two_statistics,
                    .values = prf,
                    .primary = 2,
                    .measure = measure_nothing,
                    .finish = finish_nothing};

class Reports : public ::testing::Test {
 protected:
  Reports() {
    selected.push_back({&plain, Settings({}), "plain:x=1"});
    selected.push_back({&triple, Settings({}), "triple"});
    scores.resize(2);
    scores[0].values[0] = 0.5;
    scores[0].statistics[0] = 7;
    scores[1].values = {0.25, 1, 0.4};
    scores[1].statistics[0] = 1;
    scores[1].statistics[1] = 2;
    scores[1].statistics[2] = 3;
    judgement.verdict = {Label::spun, 0.97, {"because \"so\""}};
    judgement.evidence.substitutions = {{"brand", "model", 3, 4, SwapKind::constant, true}};
    judgement.evidence.terms = {{"old term", 3, 1, 0, {{"aged term", 2}}, 0}};
    result = {.id = "\"a\\tb\"",
              .selected = selected,
              .scores = scores,
              .judgement = &judgement,
              .extra = extra,
              .signature = "unspin:test"};
  }

  std::string json(bool details = false) const {
    std::string out;
    append_json(result, {.details = details}, out);
    return out;
  }
  std::string screen(TerminalStyle style = {}) const {
    std::string out;
    append_terminal(
        result,
        {.source_name = "a.txt", .rewrite_name = "b.txt", .source_words = 10, .rewrite_words = 12},
        style, out);
    return out;
  }

  std::vector<Selected> selected;
  std::vector<Score> scores;
  Judgement judgement;
  std::vector<std::pair<std::string, std::string>> extra{{"topic", "\"x,y\""}, {"scores", "1.10"}};
  PairResult result;
};

TEST_F(Reports, JsonIsTheSchema) {
  EXPECT_EQ(
      json(),
      R"({"schema":1,"id":"a\tb","verdict":{"label":"spun","confidence":0.97,"reasons":)"
      R"(["because \"so\""]},"scores":{"plain:x=1":0.5,"triple":{"precision":0.25,"recall":1,)"
      R"("f1":0.4}},"substitutions":[{"from":"brand","to":"model","count":3,"kind":"constant"}],)"
      R"("terms":[{"term":"old term","occurrences":3,"kept":1,"inflected":0,"replaced":)"
      R"([{"text":"aged term","count":2}],"lost":0}],"issues":[],"topic":"x,y",)"
      R"("input_scores":1.10,"signature":"unspin:test"})"
      "\n");
}

TEST_F(Reports, JsonDetailsHaveTheStatistics) {
  EXPECT_NE(json(true).find(R"("plain:x=1":{"score":0.5,"edits":7})"), std::string::npos);
  EXPECT_NE(json(true).find(R"("counts":[1,2],"length":3})"), std::string::npos);
}

TEST_F(Reports, AMissingValueIsNullWithItsReason) {
  scores[0].values[0] = no_value;
  EXPECT_NE(json().find(R"("plain:x=1":null)"), std::string::npos);
  EXPECT_NE(json().find(R"("unscored":{"plain:x=1":"there is nothing"})"), std::string::npos);
  scores[0].outcome = Measured::over_budget;
  EXPECT_NE(json().find("the table of edits is larger than allowed"), std::string::npos);
}

TEST_F(Reports, IssuesAreThoseOfThePairAndOfItsEvidence) {
  const std::vector<RowIssue> own{{.code = "invalid_utf8", .message = "repaired"}};
  result.issues = own;
  judgement.evidence.issues = {{.code = "not_aligned", .message = "too long"}};
  EXPECT_NE(json().find(R"("issues":[{"code":"invalid_utf8","message":"repaired"},)"
                        R"({"code":"not_aligned","message":"too long"}])"),
            std::string::npos);
  EXPECT_NE(screen().find("Note  repaired\nNote  too long"), std::string::npos);
}

TEST_F(Reports, ABrokenRowHasItsPlace) {
  std::string out;
  append_broken_json("17", {.line = 17, .column = 3, .code = "bad_json", .message = "mend it"},
                     out);
  EXPECT_EQ(out, R"({"schema":1,"id":17,"issues":[{"line":17,"column":3,"code":"bad_json",)"
                 R"("message":"mend it"}]})"
                 "\n");
}

TEST_F(Reports, TsvEscapesAndCsvQuotes) {
  std::string tsv;
  const TableReport tabs(TableReport::Kind::tsv, selected, true, std::vector<std::string>{"topic"});
  tabs.append_header(tsv);
  tabs.append_row(result, tsv);
  EXPECT_EQ(tsv,
            "id\tlabel\tconfidence\tplain:x=1\ttriple.precision\ttriple.recall\ttriple."
            "f1\ttopic\tissues\n"
            "a\\tb\tspun\t0.97\t0.5\t0.25\t1\t0.4\tx,y\t\n");
  std::string csv;
  const TableReport commas(TableReport::Kind::csv, selected, false,
                           std::vector<std::string>{"topic"});
  commas.append_row(result, csv);
  EXPECT_EQ(csv, "a\tb,0.5,0.25,1,0.4,\"x,y\",\n");
  csv.clear();
  commas.append_broken("\"q\"", {.line = 2, .code = "bad", .message = "a \"quote\""}, csv);
  EXPECT_EQ(csv, "q,,,,,,\"line 2: bad: a \"\"quote\"\"\"\n");
}

TEST_F(Reports, TablesOfJsonLinesKeepOtherFieldsInOneColumn) {
  std::string tsv;
  const TableReport table(TableReport::Kind::tsv, selected, false, std::nullopt);
  table.append_header(tsv);
  table.append_row(result, tsv);
  EXPECT_NE(tsv.find("\textra\tissues\n"), std::string::npos);
  EXPECT_NE(tsv.find("\t{\"topic\":\"x,y\",\"scores\":1.10}\t\n"), std::string::npos);
}

TEST_F(Reports, TheScreenHasTheVerdictFirst) {
  const std::string text = screen();
  EXPECT_TRUE(
      text.starts_with("SPUN · confidence 0.97   a.txt → b.txt   10 → 12 words\n\nWhy   because"));
  EXPECT_NE(text.find("brand         → model         3/4"), std::string::npos);
  EXPECT_NE(text.find("old term                      3  kept 1, → aged term ×2"),
            std::string::npos);
  EXPECT_LT(text.find("ngram  triple 0.400"), text.find("edit   plain:x=1 0.500"));
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_NE(screen({.colour = true}).find("\x1b[31m"), std::string::npos);
}

TEST_F(Reports, NoTextSteersTheTerminal) {
  judgement.evidence.substitutions[0].to =
      "mo\x1b]0;owned\x07"
      "del";
  EXPECT_EQ(screen().find('\x1b'), std::string::npos);
  EXPECT_EQ(screen().find('\x07'), std::string::npos);
}

}  // namespace
}  // namespace unspin
