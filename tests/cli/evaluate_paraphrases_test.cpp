// `unspin evaluate --pairs`, and what `unspin evaluate` says of mistakes in its files.
#include <gtest/gtest.h>
#include <simdjson.h>
#include <string>

#include "tests/cli/run_command.hpp"
#include "tests/places.hpp"

namespace unspin::cli {
namespace {

const std::string rated = std::string(places::corpora_folder) + "/paraphrases/rated.tsv";

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(CommandEvaluatePairs, ShowsAColumnForEachSystem) {
  const Outcome outcome =
      run_unspin({"evaluate", "--pairs", rated, "--group", "system", "--human", "rating"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  EXPECT_TRUE(has(outcome.out, "rated.tsv: 16 rows, 16 with references\n")) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "Adequacy, against the references\n"));
  EXPECT_TRUE(has(outcome.out, "                          editor                   spinner\n"));
  EXPECT_TRUE(has(outcome.out, "  order_change            0.333 ["));
  EXPECT_TRUE(has(outcome.out, "  spun                    0.00% [0.00, 32.44]      87.50% ["));
  EXPECT_TRUE(has(outcome.out, "Agreement with rating, spinner\n"));
  EXPECT_TRUE(has(outcome.out, "  term_preservation       8 of 8                   8 of 8\n"));
}

TEST(CommandEvaluatePairs, GivesJsonWithEveryFigure) {
  const Outcome outcome = run_unspin(
      {"evaluate", "--pairs", rated, "--human", "rating", "--format", "json", "-m", "word_order"});
  simdjson::dom::parser parser;
  const simdjson::dom::element report = parser.parse(outcome.out);
  EXPECT_EQ(std::uint64_t(report["rows"]), 16u);
  EXPECT_EQ(std::uint64_t(report["samples"]), 1000u);
  const simdjson::dom::element group = report["groups"].at(0);
  EXPECT_EQ(std::uint64_t(group["labels"]["spun"]["count"]), 7u);
  const simdjson::dom::element metric = group["metrics"]["word_order"];
  EXPECT_EQ(std::string_view(metric["corpus"]), "sum");
  EXPECT_LT(double(metric["interval"].at(0)), double(metric["value"]));
  EXPECT_GT(double(metric["interval"].at(1)), double(metric["value"]));
  EXPECT_EQ(std::uint64_t(metric["agreement"]["rows"]), 16u);
  EXPECT_LT(double(metric["agreement"]["kendall"]["value"]), 0);  // the editor is rated higher
}

TEST(CommandEvaluatePairs, GivesTablesForAPaper) {
  const Outcome outcome =
      run_unspin({"evaluate", "--pairs", rated, "--group", "system", "--format", "latex"});
  EXPECT_TRUE(has(outcome.out, "\\begin{tabular}{lrr}\n\\toprule\n & editor & spinner \\\\\n"))
      << outcome.out;
  EXPECT_TRUE(has(outcome.out, "self\\_bleu & "));
  EXPECT_TRUE(has(outcome.out, "judged spun, \\% & 0.00 {\\small [0.00, 32.44]} & 87.50 {"));
}

TEST(CommandEvaluatePairs, SaysThatThereAreNoReferences) {
  const Outcome outcome =
      run_unspin({"evaluate", "--pairs", "-"}, "source,rewrite\na b c d e,a b c x e\na b,a b\n");
  EXPECT_TRUE(has(outcome.out, "Adequacy, against the source, since no row has references\n"))
      << outcome.out;
  EXPECT_TRUE(has(outcome.out, "  ibleu                   2 of 2\n    there are no references\n"));
}

TEST(CommandEvaluatePairs, NamesBrokenRowsAndScoresTheRest) {
  const Outcome outcome =
      run_unspin({"evaluate", "--pairs", "-", "--human", "score"},
                 "source\trewrite\tscore\na b\ta b\t1\na b\ta c\tgood\na b\nb c\td e\t0.5\n");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_TRUE(has(outcome.err, "standard input: line 3: bad_human_score: \"score\" is \"good\""))
      << outcome.err;
  EXPECT_TRUE(has(outcome.err, "line 4: too_few_fields"));
  EXPECT_TRUE(has(outcome.out, "standard input: 2 rows and 2 broken ones, 0 with references"));
}

TEST(CommandEvaluatePairs, SaysThatThereIsNothingToScore) {
  const Outcome none = run_unspin({"evaluate", "--pairs", "-"}, "source\trewrite\n");
  EXPECT_EQ(none.status, 3);
  EXPECT_TRUE(has(none.err, "standard input has no rows")) << none.err;
  const Outcome broken = run_unspin({"evaluate", "--pairs", "-"}, "source\trewrite\na b\n");
  EXPECT_EQ(broken.status, 3);
  EXPECT_TRUE(has(broken.err, "standard input has only broken rows")) << broken.err;
}

TEST(CommandEvaluatePairs, RefusesWhatWouldChangeNothing) {
  for (const char* option : {"-b", "--width=2", "--short"}) {
    const Outcome outcome = run_unspin({"evaluate", "--pairs", rated, option});
    EXPECT_EQ(outcome.status, 2) << option;
    EXPECT_TRUE(has(outcome.err, "are not for --pairs")) << outcome.err;
  }
}

TEST(CommandEvaluatePairs, SaysWhatColumnsCouldHaveBeenMeant) {
  const Outcome outcome = run_unspin({"evaluate", "--pairs", rated, "--human", "ratin"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_TRUE(has(outcome.err, "--human: there is no column \"ratin\"")) << outcome.err;
  EXPECT_TRUE(has(outcome.err, "did you mean rating?"));
  const Outcome in_json = run_unspin({"evaluate", "--pairs", "-", "--human", "score"},
                                     "{\"source\": \"a\", \"rewrite\": \"b\"}\n");
  EXPECT_EQ(in_json.status, 2);
  EXPECT_TRUE(has(in_json.err, "no row of standard input has a \"score\"")) << in_json.err;
}

TEST(CommandEvaluatePairs, IsTheSameOnAnyNumberOfThreads) {
  const auto report = [](const char* threads) {
    return run_unspin({"evaluate", "--pairs", rated, "--human", "rating", "--format", "json",
                       "--threads", threads})
        .out;
  };
  const std::string alone = report("1");
  EXPECT_FALSE(alone.empty());
  EXPECT_EQ(report("2"), alone);
  EXPECT_EQ(report("8"), alone);
}

class CommandEvaluateChecks : public ::testing::Test {
 protected:
  TempFolder folder;
};

TEST_F(CommandEvaluateChecks, ErrorsComeBeforeAnyScore) {
  const std::string reference = folder.write("ref.txt", "One cat.\nTwo dogs.\nThree birds.\n");
  const std::string system = folder.write("sys.txt", "One cat.\nTwo dogs.\n");
  const Outcome outcome = run_unspin({"evaluate", reference, "-i", system, "-q"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(has(outcome.err, "sys.txt has 2 lines")) << outcome.err;
  EXPECT_TRUE(has(outcome.err, "goes on with line 3: “Three birds.”"));
}

TEST_F(CommandEvaluateChecks, WarningsLeaveTheScoreAlone) {
  std::string lower;
  std::string cased;
  for (const char* word : {"cat", "dog", "bird", "fish", "fox", "owl"}) {
    lower += "the " + std::string(word) + " sat there.\n";
    cased += "The " + std::string(word) + " sat there.\n";
  }
  const std::string reference = folder.write("ref.txt", cased);
  const std::string system = folder.write("sys.txt", lower);
  const Outcome outcome = run_unspin({"evaluate", reference, "-i", system});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_FALSE(outcome.out.empty());
  EXPECT_TRUE(has(outcome.err, "is it lower-cased?")) << outcome.err;
  // Not said where it does not matter, nor when nothing is to be said.
  EXPECT_EQ(run_unspin({"evaluate", reference, "-i", system, "-lc"}).err, "");
  EXPECT_EQ(run_unspin({"evaluate", reference, "-i", system, "-m", "ter", "rouge1"}).err, "");
  EXPECT_EQ(run_unspin({"evaluate", reference, "-i", system, "-q"}).err, "");
}

}  // namespace
}  // namespace unspin::cli
