// `unspin bench`. No test looks at how fast anything is: only at what is said, and in what form.
#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <simdjson.h>
#include <string>
#include <tuple>

#include "scorers/catalogue.hpp"
#include "tests/cli/run_command.hpp"

namespace unspin::cli {
namespace {

using simdjson::dom::element;

constexpr const char* three_rows =
    "{\"source\": \"one two three\", \"rewrite\": \"one 2 three\"}\n"
    "{\"source\": \"four five six\", \"rewrite\": \"4 five six\"}\n"
    "{\"source\": \"seven eight\", \"rewrite\": \"seven ate\"}\n";

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST(CommandBench, MeasuresEveryMetricOnSampleTexts) {
  const Outcome outcome =
      run_unspin({"bench", "--seconds", ".05", "--threads", "1,2", "--format", "json"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  simdjson::dom::parser parser;
  const element json = parser.parse(outcome.out);
  EXPECT_TRUE(std::string_view(json["signature"]).starts_with("unspin:"));
  EXPECT_TRUE(std::regex_match(std::string(json["date"].get_string().value()),
                               std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)")));
  EXPECT_GE(std::uint64_t(json["machine"]["cores"]), 1u);
  ASSERT_EQ(json["sets"].get_array().size(), 2u) << "sentences and articles";
  for (const element set : json["sets"]) {
    std::set<std::string, std::less<>> metrics;
    std::multiset<std::string, std::less<>> others;
    for (const element figure : set["figures"]) {
      const std::string name(figure["name"].get_string().value());
      EXPECT_GE(figure["seconds"].get_array().size(), 1u) << name;
      if (std::string_view(figure["what"]) == "metric") {
        metrics.insert(name);
      } else {
        others.insert(std::string(figure["what"].get_string().value()) + " " + name);
      }
    }
    for (const Scorer* scorer : catalogue()) {
      EXPECT_TRUE(metrics.contains(scorer->info.name)) << scorer->info.name;
    }
    EXPECT_EQ(others,
              (std::multiset<std::string, std::less<>>{
                  "family ngram", "family edit", "family term", "family spin",
                  "together default set", "together every metric", "together default set, verdict",
                  "threads default set, verdict", "threads default set, verdict"}));
  }
}

TEST(CommandBench, MeasuresTheUsersOwnPairs) {
  const Outcome outcome = run_unspin({"bench", "--pairs", "-", "-m", "bleu", "-m", "chrf:beta=1",
                                      "--seconds", ".02", "--threads", "2"},
                                     three_rows);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  for (const char* part : {"standard input", "3 pairs", "  bleu ", "  chrf:beta=1 ",
                           "ngram, all together", "all of these", "speed-up", "\n  1 ", "\n  2"}) {
    EXPECT_TRUE(has(outcome.out, part)) << part << "\n" << outcome.out;
  }
  EXPECT_FALSE(has(outcome.out, "rouge"));
}

TEST(CommandBench, DrawsAPicture) {
  const TempFolder folder;
  const std::string svg = folder.path("bench.svg");
  const std::string text = folder.path("bench.txt");
  const Outcome outcome = run_unspin(
      {"bench", "--pairs", "-", "-m", "bleu", "--seconds", ".02", "--svg", svg, "-o", text},
      three_rows);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(read_file(svg).starts_with("<svg "));
  EXPECT_TRUE(has(read_file(text), "pairs/s"));
}

TEST(CommandBench, MarksMoreThreadsThanCores) {
  const Outcome outcome =
      run_unspin({"bench", "--pairs", "-", "-m", "bleu", "--seconds", ".02", "--threads", "1,500"},
                 three_rows);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(has(outcome.out, "500 (more than cores)")) << outcome.out;
}

TEST(CommandBench, LeavesBrokenRowsOut) {
  const Outcome outcome = run_unspin({"bench", "--pairs", "-", "-m", "bleu", "--seconds", ".02"},
                                     std::string(three_rows) + "broken\n");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_TRUE(has(outcome.err, "standard input: line 4")) << outcome.err;
  EXPECT_TRUE(has(outcome.out, "3 pairs")) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "1 broken row left out")) << outcome.out;
}

TEST(CommandBench, RefusesAFileWithoutPairs) {
  for (const char* rows : {"", "{broken\n"}) {
    const Outcome outcome = run_unspin({"bench", "--pairs", "-"}, rows);
    EXPECT_EQ(outcome.status, 3);
    EXPECT_TRUE(has(outcome.err, "no pair that can be scored")) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  }
}

TEST(CommandBench, RefusesWhatItDoesNotUnderstand) {
  for (const auto& [option, value, said] :
       {std::tuple("-m", "blue", "did you mean bleu?"), std::tuple("--threads", "1,x", "1,2,4"),
        std::tuple("--threads", "0", "1,2,4"), std::tuple("--threads", "1,,2", "1,2,4"),
        std::tuple("--threads", "2000", "1 to 1024"), std::tuple("--seconds", "nan", "number"),
        std::tuple("--format", "jason", "json")}) {
    const Outcome outcome = run_unspin({"bench", option, value});
    EXPECT_EQ(outcome.status, 2) << option << " " << value;
    EXPECT_TRUE(has(outcome.err, said)) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  }
}

TEST(CommandBench, KnowsBeforeItMeasuresThatItCannotWrite) {
  for (const char* option : {"-o", "--svg"}) {
    const Outcome outcome = run_unspin({"bench", option, "/no/such/folder/file"});
    EXPECT_EQ(outcome.status, 4) << option;
  }
}

// As they stand but for the half minute that each takes.
TEST(CommandBench, ShowsExamplesThatCanBeTried) {
  const TempFolder folder;
  folder.write("pairs.jsonl", three_rows);
  folder.write("pairs.jsonl.gz", three_rows);
  const std::string help = run_unspin({"bench", "--help"}).out;
  std::size_t tried = 0;
  for (const std::string_view line : lines_of(help)) {
    EXPECT_LE(line.size(), 100u) << line;
    if (!line.starts_with("  unspin ")) {
      continue;
    }
    std::string example(line.substr(std::string_view("  unspin").size()));
    example = example.substr(0, example.find("  "));
    example = std::regex_replace(example, std::regex(" --seconds \\d+"), "") + " --seconds .02";
    const Outcome outcome = run_in_bash("cd \"$1\" && \"$0\"" + example, {folder.path()});
    EXPECT_EQ(outcome.status, 0) << example << "\n" << outcome.err;
    ++tried;
  }
  EXPECT_EQ(tried, 5u);
}

}  // namespace
}  // namespace unspin::cli
