#include "engine/report/evaluation_report.hpp"

#include <gtest/gtest.h>

#include "engine/report/score_grid.hpp"
#include "engine/report/segment_scores.hpp"
#include "tests/engine/evaluate/small_corpus.hpp"

namespace unspin {
namespace {

using Format = EvaluationStyle::Format;

/// Two metrics with figures that are easy to follow.
struct MadeUp {
  std::vector<CorpusMetric> metrics = testing::corpus_metrics({"bleu", "rougeL"});
  Evaluation evaluation;

  explicit MadeUp(std::vector<std::string> systems, CorpusTest test = CorpusTest::none) {
    evaluation.systems = std::move(systems);
    evaluation.metrics = {{metrics.data(), "BLEU", "nrefs:1|case:mixed|tok:13a|version:2.6.0"},
                          {&metrics[1], "rougeL", "nrefs:1|version:ours"}};
    evaluation.test = test;
    evaluation.samples = 100;
    for (std::size_t s = 0; s < evaluation.systems.size(); ++s) {
      evaluation.scores.push_back(
          {{.values = {26.04}, .value = 26.04, .details = "60.0/30.0 (BP = 1.000)"},
           {.values = {0.5, 0.25, 1.0 / 3}, .value = 1.0 / 3, .details = {}}});
    }
  }

  std::string shown(const EvaluationStyle& style) const {
    std::string out;
    append_evaluation(evaluation, style, out);
    return out;
  }
};

TEST(EvaluationReport, HasALineForEachMetricOfOneSystem) {
  const MadeUp made({"a"});
  EXPECT_EQ(made.shown({}),
            "BLEU|nrefs:1|case:mixed|tok:13a|version:2.6.0 = 26.0 60.0/30.0 (BP = 1.000)\n"
            "                  rougeL|nrefs:1|version:ours = 0.333\n");
  EXPECT_EQ(made.shown({.decimals = 3, .score_only = true}), "26.040\n0.333\n");
}

TEST(EvaluationReport, ShowsAnInterval) {
  MadeUp made({"a"}, CorpusTest::confidence);
  made.evaluation.scores[0][0].interval = Interval{26, 0.5};
  EXPECT_TRUE(made.shown({}).find(" = 26.0 (μ = 26.0 ± 0.5) 60.0/30.0") != std::string::npos);
}

TEST(EvaluationReport, IsSacrebleusJsonForOneSystem) {
  MadeUp made({"a"}, CorpusTest::confidence);
  made.evaluation.scores[0][0].interval = Interval{26, 0.5};
  EXPECT_EQ(made.shown({.format = Format::json, .decimals = 1}), R"json([
{
 "name": "BLEU",
 "score": 26.0,
 "signature": "nrefs:1|case:mixed|tok:13a|version:2.6.0",
 "confidence_mean": 26.0,
 "confidence_var": 0.5,
 "confidence": "μ = 26.0 ± 0.5",
 "verbose_score": "60.0/30.0 (BP = 1.000)",
 "nrefs": "1",
 "case": "mixed",
 "tok": "13a",
 "version": "2.6.0"
},
{
 "name": "rougeL",
 "score": 0.3,
 "signature": "nrefs:1|version:ours",
 "nrefs": "1",
 "version": "ours",
 "values": {"precision": 0.5, "recall": 0.2, "f1": 0.3}
}
]
)json");
}

TEST(EvaluationReport, IsATableForSeveralSystems) {
  const MadeUp made({"a", "b.txt"});
  const std::string shown = made.shown({});
  EXPECT_TRUE(
      shown.starts_with("╒══════════╤════════╤══════════╕\n"
                        "│   System │  BLEU  │  rougeL  │\n"
                        "╞══════════╪════════╪══════════╡\n"
                        "│        a │  26.0  │  0.333   │\n"
                        "├──────────┼────────┼──────────┤\n"
                        "│    b.txt │  26.0  │  0.333   │\n"
                        "╘══════════╧════════╧══════════╛\n\n"))
      << shown;
  EXPECT_TRUE(shown.find("  rougeL     nrefs:1|version:ours\n") != std::string::npos) << shown;
}

TEST(EvaluationReport, ShowsPairedTests) {
  MadeUp made({"a", "b"}, CorpusTest::paired_bootstrap);
  for (auto& of_system : made.evaluation.scores) {
    for (CorpusScore& score : of_system) {
      score.interval = Interval{26, 0.5};
    }
  }
  made.evaluation.scores[1][0].p_value = 0.04;
  made.evaluation.scores[1][1].p_value = 0.06;
  const std::string shown = made.shown({});
  for (const char* part : {"│ Baseline: a │", "BLEU (μ ± 95% CI)", "26.0 (26.0 ± 0.5)",
                           "(p = 0.0400)*", "(p = 0.0600) ", "paired bootstrap (100 resamples)"}) {
    EXPECT_TRUE(shown.find(part) != std::string::npos) << part << "\n" << shown;
  }
  const std::string json = made.shown({.format = Format::json});
  EXPECT_TRUE(json.starts_with(R"([
    {
        "system": "Baseline: a",
        "BLEU": {
            "score": 26.04,
            "p_value": null,
            "mean": 26.0,
            "ci": 0.5
        },)"))
      << json;
}

TEST(EvaluationReport, CannotBeSteeredByNames) {
  const std::string shown = MadeUp({"a\x1b[2J", "b"}).shown({});
  EXPECT_EQ(shown.find('\x1b'), std::string::npos);
}

TEST(ScoreGrid, CentresCellsOfSeveralLines) {
  std::string out;
  append_boxed({.rows = {{"System", "μ"}, {"a", "12.5\n(p)"}}}, out);
  EXPECT_EQ(out,
            "╒══════════╤══════╕\n"
            "│   System │  μ   │\n"
            "╞══════════╪══════╡\n"
            "│        a │ 12.5 │\n"
            "│          │ (p)  │\n"
            "╘══════════╧══════╛\n");
}

TEST(ScoreGrid, EscapesWhatLatexWouldRun) {
  std::string out;
  append_latex({.rows = {{"S", "95%"}, {"a_b\\c", "1"}}}, out);
  EXPECT_EQ(out,
            "\\begin{tabular}{rc}\n\\toprule\n"
            "     S &  95\\%  \\\\\n\\midrule\n"
            " a\\_b\\textbackslash{}c &   1   \\\\\n"
            "\\bottomrule\n\\end{tabular}\n");
}

TEST(EvaluationReport, IsLatexToReadIntoADocument) {
  const MadeUp made({"a", "b"});
  const std::string shown = made.shown({.format = Format::latex});
  const std::string behind = shown.substr(shown.find("\\end{tabular}\n"));
  EXPECT_NE(behind.find("\n%\n% Signatures\n%   BLEU "), std::string::npos) << behind;
}

TEST(ShortSignature, AbbreviatesAsSacrebleuDoes) {
  EXPECT_EQ(shortened_signature("nrefs:1|bs:9|seed:7|case:lc|eff:no|tok:13a|smooth:exp|version:2"),
            "#:1|bs:9|rs:7|c:lc|e:no|tok:13a|s:exp|v:2");
  EXPECT_EQ(shortened_signature("nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:2"),
            "#:1|c:lc|t:tercom|nr:no|pn:yes|as:no|v:2");
}

TEST(SegmentScores, HaveEverySegmentOfEverySystem) {
  const auto metrics = testing::corpus_metrics({"word_levenshtein", "rouge1"});
  const Segments segments = testing::small_corpus();
  const auto measured = measure_segments(segments, metrics, {});
  std::string lines;
  append_segment_scores(segments, metrics, measured, SegmentLayout::jsonl, lines);
  EXPECT_TRUE(lines.starts_with(
      R"({"segment":1,"system":"a","scores":{"word_levenshtein":1,"rouge1":{"precision":1,"recall":1,"f1":1}}})"
      "\n{\"segment\":1,\"system\":\"b\","))
      << lines;
  std::string table;
  append_segment_scores(segments, metrics, measured, SegmentLayout::tsv, table);
  EXPECT_TRUE(table.starts_with(
      "segment\tsystem\tword_levenshtein\trouge1.precision\trouge1.recall\trouge1.f1\n"
      "1\ta\t1\t1\t1\t1\n1\tb\t"))
      << table;
  EXPECT_TRUE(table.ends_with("3\tb\t0\t0\t0\t0\n")) << table;
}

TEST(SegmentLines, AreThoseOfOneMetric) {
  const auto metrics = testing::corpus_metrics({"ter"});
  const Segments segments = testing::small_corpus();
  const auto measured = measure_segments(segments, metrics, {});
  std::string out;
  append_segment_lines(metrics[0], measured[0][0], "nrefs:1", {}, out);
  EXPECT_EQ(out, "TER|nrefs:1 = 0.0\nTER|nrefs:1 = 60.0\nTER|nrefs:1 = 0.0\n");
}

}  // namespace
}  // namespace unspin
