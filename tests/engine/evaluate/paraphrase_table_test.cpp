// The table of paraphrases, from rows to figures, with numbers that a person can check.
#include "engine/evaluate/paraphrase_table.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/evaluate/numpy_random.hpp"
#include "scorers/catalogue.hpp"
#include "tests/engine/io/fake_source.hpp"

namespace unspin {
namespace {

/// Says spun of rewrites that begin with "spun".
class LabelInTheText : public Judge {
 public:
  Judgement judge(PreparedPair& pair) const override { return {verdict(pair), {}}; }
  Verdict verdict(PreparedPair& pair) const override {
    Verdict verdict;
    verdict.label = pair.rewrite().starts_with("spun") ? Label::spun : Label::paraphrase;
    return verdict;
  }
  std::string_view name() const override { return "text"; }
};

TableMetric line(std::string name, bool is_of_source = false, bool is_complement = false) {
  std::vector<Selected> of_corpus;
  std::vector<Selected> of_rows;
  select(name, of_corpus, Scope::corpus);
  select(name, of_rows, Scope::pair);
  return {.name = std::move(name),
          .metric = CorpusMetric(of_corpus[0], of_rows[0]),
          .is_of_source = is_of_source,
          .is_complement = is_complement};
}

struct Result {
  RunSummary run;
  std::vector<GroupSummary> groups;
  std::vector<RowIssue> issues;
};

Result table_of(const std::string& rows, ParaphraseTask task, BootstrapOptions options = {}) {
  const LabelInTheText judge;
  task.judge = &judge;
  testing::FakeSource source(rows);
  RecordReader reader(source, "rows");
  ParaphraseRows figures(task);
  Result result;
  result.run = run(reader, source, figures, [&] { return paraphrase_worker(task, reader); },
                   {.threads = options.threads,
                    .on_issue = [&](const RowIssue& issue) { result.issues.push_back(issue); }});
  for (const ParaphraseGroup& group : figures.groups()) {
    result.groups.push_back(summarise(task, group, options));
  }
  return result;
}

constexpr const char* four_rows =
    "source\trewrite\treference\tscore\tsystem\n"
    "one two three four\tone two six four\tone two three four\t2\tA\n"
    "one\tspun\tspun\t1\tA\n"
    "see example.org\tgo example.org\t\t\tA\n"
    "one two\tone two\tone two\t3\tB\n";

TEST(ParaphraseTable, SumsWhereTheFieldDoesAndElseTakesTheMean) {
  const auto [run, groups, issues] =
      table_of(four_rows, {.metrics = {line("wer"), line("levenshtein"), line("wer", true)}});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].rows, 4u);
  EXPECT_EQ(groups[0].with_references, 3u);
  // Edits 1 + 0 + 1 + 0 for reference words 4 + 1 + 2 + 2; the third row's reference is its source.
  EXPECT_DOUBLE_EQ(groups[0].metrics[0].value.value, 2.0 / 9);
  // Against the source, of code points: 13 of 18, 0 of 4, 12 of 15, all.
  EXPECT_NEAR(groups[0].metrics[1].value.value, (13.0 / 18 + 0 + 12.0 / 15 + 1) / 4, 1e-12);
  // Edits 1 + 1 + 1 + 0 for source words 4 + 1 + 2 + 2.
  EXPECT_DOUBLE_EQ(groups[0].metrics[2].value.value, 3.0 / 9);
}

TEST(ParaphraseTable, CountsRowsWithoutAValue) {
  const auto [run, groups, issues] =
      table_of(four_rows,
               {.metrics = {line("url_preservation"), line("quote_preservation"), line("ibleu")}});
  EXPECT_EQ(groups[0].metrics[0].rows, 1u);
  EXPECT_EQ(groups[0].metrics[0].value.value, 1);
  EXPECT_EQ(groups[0].metrics[1].rows, 0u);
  EXPECT_TRUE(std::isnan(groups[0].metrics[1].value.value));
  EXPECT_EQ(groups[0].metrics[2].rows, 3u);  // those with references
}

TEST(ParaphraseTable, LeavesDrawsWithoutAValueOut) {
  const auto [run, groups, issues] = table_of(
      R"({"source": "a b c d e", "rewrite": "a b c d f", "references": ["a b c d g"]}
{"source": "a", "rewrite": "b"}
{"source": "a", "rewrite": "c"}
)",
      {.metrics = {line("ibleu")}});
  const Estimate& ibleu = groups[0].metrics[0].value;
  EXPECT_GT(ibleu.value, 0);
  EXPECT_EQ(ibleu.interval.low, ibleu.value) << "never the 0 of a draw without references";
  EXPECT_EQ(ibleu.interval.high, ibleu.value);
}

TEST(ParaphraseTable, TellsSharesOfLabels) {
  const auto [run, groups, issues] = table_of(four_rows, {.metrics = {line("bleu")}});
  const Share& spun = groups[0].labels[static_cast<std::size_t>(Label::spun)];
  EXPECT_EQ(spun.count, 1u);
  EXPECT_EQ(spun.of, 4u);
}

TEST(ParaphraseTable, SaysHowWellMetricsAgreeWithPeople) {
  // Values 0.75, 0 and 1 beside 2, 1 and 3; the third row has no score.
  const auto [run, groups, issues] =
      table_of(four_rows, {.metrics = {line("word_levenshtein"), line("wer")}, .human = "score"});
  const HumanAgreement& agreement = *groups[0].metrics[0].agreement;
  EXPECT_EQ(agreement.rows, 3u);
  EXPECT_NEAR(agreement.pearson.value, 0.9607689228305227, 1e-12);
  EXPECT_DOUBLE_EQ(agreement.spearman.value, 1);
  EXPECT_DOUBLE_EQ(agreement.kendall.value, 1);
  EXPECT_EQ(groups[0].with_human, 3u);
}

TEST(ParaphraseTable, HasAColumnForEachSystem) {
  const auto [run, groups, issues] =
      table_of(four_rows, {.metrics = {line("wer")}, .group = "system"});
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].name, "A");
  EXPECT_DOUBLE_EQ(groups[0].metrics[0].value.value, 2.0 / 7);
  EXPECT_EQ(groups[1].name, "B");
  EXPECT_EQ(groups[1].metrics[0].value.value, 0);
}

TEST(ParaphraseTable, TheComplementOfAMetricIsOneLessIt) {
  const ParaphraseTask task{.metrics = {line("word_lcs"), line("word_lcs", false, true)}};
  const auto [run, groups, issues] = table_of(four_rows, task);
  const Estimate& one = groups[0].metrics[0].value;
  const Estimate& other = groups[0].metrics[1].value;
  EXPECT_DOUBLE_EQ(other.value, 1 - one.value);
  EXPECT_DOUBLE_EQ(other.interval.low, 1 - one.interval.high);
}

TEST(ParaphraseTable, ABrokenRowCostsOnlyItself) {
  const auto [run, groups, issues] =
      table_of(R"({"source": "a b", "rewrite": "a c", "score": 1, "by": "A"})"
               "\n"
               R"({"source": "a b", "rewrite": "a c", "score": "good", "by": "A"})"
               "\n"
               R"({"source": "a b", "rewrite": "a c", "score": null, "by": "A"})"
               "\n"
               R"({"source": "a b", "rewrite": "a c", "score": "2.5"})"
               "\n"
               "no row\n",
               {.metrics = {line("wer")}, .human = "score", .group = "by"});
  EXPECT_EQ(run.broken, 3u);
  ASSERT_EQ(issues.size(), 3u);
  EXPECT_EQ(issues[0].code, "bad_human_score");
  EXPECT_EQ(issues[0].message, "\"score\" is \"good\"; a number is needed, or nothing");
  EXPECT_EQ(issues[1].code, "missing_group");
  EXPECT_EQ(issues[1].line, 4u);
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].rows, 2u);
  EXPECT_EQ(groups[0].with_human, 1u);
}

TEST(ParaphraseTable, NoRowsHaveNoFigures) {
  EXPECT_TRUE(table_of("", {.metrics = {line("bleu")}}).groups.empty());
}

/// Rows whose word_levenshtein is any of 0, 0.1, …, 1, and whose score leans on it.
std::string many_rows(std::size_t count) {
  std::string rows = "source\trewrite\tscore\n";
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t kept = i * 7 % 11;
    std::string source;
    std::string rewrite;
    for (std::size_t word = 0; word < 10; ++word) {
      source += fmt::format("s{} ", word);
      rewrite += fmt::format("{}{} ", word < kept ? "s" : "r", word);
    }
    rows += fmt::format("{}\t{}\t{}\n", source, rewrite, (kept + i % 5) / 3);
  }
  return rows;
}

TEST(ParaphraseTable, IntervalsAreThoseOfDrawsThatNumpyMakes) {
  const std::size_t rows = 101;
  const auto [run, groups, issues] = table_of(
      many_rows(rows), {.metrics = {line("word_levenshtein")}}, {.samples = 200, .seed = 99});
  std::vector<double> means;
  for (std::size_t draw = 0; draw < 200; ++draw) {
    std::vector<std::uint32_t> drawn(rows);
    NumpyRandom(99 + draw).fill_below(rows, drawn);
    double sum = 0;
    for (const std::uint32_t row : drawn) {
      sum += static_cast<double>(row * 7 % 11) / 10;
    }
    means.push_back(sum / static_cast<double>(rows));
  }
  std::ranges::sort(means);
  EXPECT_NEAR(groups[0].metrics[0].value.interval.low, means[5], 1e-12);
  EXPECT_NEAR(groups[0].metrics[0].value.interval.high, means[194], 1e-12);
}

TEST(ParaphraseTable, IsTheSameOnAnyNumberOfThreads) {
  const std::string rows = many_rows(300);
  const auto figures = [&](int threads) {
    const auto [run, groups, issues] = table_of(
        rows, {.metrics = {line("bleu"), line("word_levenshtein"), line("chrf")}, .human = "score"},
        {.samples = 50, .threads = threads});
    std::vector<double> all;
    for (const MetricSummary& metric : groups.at(0).metrics) {
      for (const Estimate& estimate : {metric.value, metric.agreement->pearson,
                                       metric.agreement->spearman, metric.agreement->kendall}) {
        all.insert(all.end(), {estimate.value, estimate.interval.low, estimate.interval.high});
      }
    }
    return all;
  };
  const std::vector<double> alone = figures(1);
  EXPECT_TRUE(std::ranges::none_of(alone, [](double figure) { return std::isnan(figure); }));
  EXPECT_EQ(figures(2), alone);
  EXPECT_EQ(figures(8), alone);
}

}  // namespace
}  // namespace unspin
