// `unspin evaluate`, as a person or a script runs it.
#include <gtest/gtest.h>
#include <simdjson.h>
#include <string>

#include "tests/cli/run_command.hpp"

namespace unspin::cli {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

class CommandEvaluate : public ::testing::Test {
 protected:
  Outcome evaluate(std::vector<std::string> arguments, std::string_view input = {},
                   const Surroundings& surroundings = {}) const {
    arguments.insert(arguments.begin(), "evaluate");
    return run_unspin(std::move(arguments), input, surroundings);
  }

  std::string succeed(std::vector<std::string> arguments, std::string_view input = {},
                      const Surroundings& surroundings = {}) const {
    const Outcome outcome = evaluate(std::move(arguments), input, surroundings);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    return outcome.out;
  }

  void refuse(std::vector<std::string> arguments, int status, std::string_view because) const {
    const Outcome outcome = evaluate(std::move(arguments));
    EXPECT_EQ(outcome.status, status) << because;
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(has(outcome.err, because)) << outcome.err;
  }

  TempFolder folder_;
  std::string reference_ =
      folder_.write("ref.txt", "the cat sat on the mat\nit was raining all day\nyes , we can .\n");
  std::string first_ = folder_.write(
      "first.txt", "the cat sat on the mat\nit rained all day long\nYes , we can .\n");
  std::string second_ = folder_.write(
      "second.txt", "the cat lay on a mat\nit rained the whole day\nno , we cannot .\n");
};

// As sacrebleu 2.6.0 prints them for the same files and options.
TEST_F(CommandEvaluate, PrintsWhatSacrebleuPrints) {
  EXPECT_EQ(succeed({reference_, "-i", first_}),
            "BLEU|nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0 = 66.3 "
            "81.2/69.2/60.0/57.1 (BP = 1.000 ratio = 1.000 hyp_len = 16 ref_len = 16)\n");
}

TEST_F(CommandEvaluate, TakesSacrebleusHabitualLine) {
  EXPECT_EQ(succeed({reference_, "-i", second_, "-m", "bleu", "chrf", "ter", "-b", "-w", "4",
                     "-tok", "intl", "-lc", "-f", "json", "--force"}),
            "[\n11.1495,\n30.0026,\n43.7500\n]\n");
}

TEST_F(CommandEvaluate, ReadsColumnsOfStandardInput) {
  const std::string from_files =
      succeed({reference_, "-i", first_, second_, "-m", "bleu", "-f", "json"});
  const std::string from_input = succeed(
      {reference_, "-m", "bleu", "-f", "json"},
      "the cat sat on the mat\tthe cat lay on a mat\n"
      "it rained all day long\tit rained the whole day\nYes , we can .\tno , we cannot .\n");
  EXPECT_TRUE(has(from_input, "\"System 1\""));
  EXPECT_TRUE(has(from_input, "\"System 2\""));
  simdjson::dom::parser a;
  simdjson::dom::parser b;
  const auto files = a.parse(from_files);
  const auto input = b.parse(from_input);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(files.at(i)["BLEU"].get_string().value(), input.at(i)["BLEU"].get_string().value());
  }
}

TEST_F(CommandEvaluate, TakesReferencesFromColumns) {
  const std::string other = folder_.write("other.txt", "a cat sat\nit rained\nyes\n");
  const std::string both = folder_.write("both.tsv",
                                         "the cat sat on the mat\ta cat sat\nit was raining all "
                                         "day\tit rained\nyes , we can .\tyes\n");
  EXPECT_EQ(succeed({both, "-nr", "2", "-i", first_}), succeed({reference_, other, "-i", first_}));
  EXPECT_TRUE(has(succeed({both, "-nr", "2", "-i", first_}), "nrefs:2|"));
}

TEST_F(CommandEvaluate, ComparesSystemsInPairs) {
  const std::string text = succeed({reference_, "-i", first_, second_, "-m", "bleu", "rougeL",
                                    "--paired-bs", "--paired-bs-n", "50"});
  EXPECT_TRUE(has(text, "Baseline: " + first_));
  EXPECT_TRUE(has(text, "(p = "));
  EXPECT_TRUE(has(text, "nrefs:1|bs:50|seed:12345|case:mixed"));
  EXPECT_TRUE(has(text, "nrefs:1|bs:50|seed:12345|corpus:mean"));
  const std::string trials = succeed({reference_, "-i", first_, second_, "-par", "-parn", "50"});
  EXPECT_TRUE(has(trials, "nrefs:1|ar:50|seed:12345"));
  EXPECT_EQ(succeed({reference_, "-i", first_, first_, second_, "-par", "-parn", "50"}), trials)
      << "the baseline may be among the others";
}

TEST_F(CommandEvaluate, PrintsTheSameBytesOnAnyNumberOfThreads) {
  const std::vector<std::string> line{reference_, "-i",   first_,        second_,
                                      "-m",       "bleu", "chrf",        "rougeL",
                                      "-f",       "json", "--paired-bs", "--threads"};
  const auto with = [&](const std::string& threads) {
    auto arguments = line;
    arguments.push_back(threads);
    return succeed(arguments);
  };
  EXPECT_EQ(with("1"), with("2"));
  EXPECT_EQ(with("1"), with("7"));
}

TEST_F(CommandEvaluate, HeedsSacrebleusEnvironment) {
  const Surroundings json{.environment = {{"SACREBLEU_FORMAT", "json"}, {"SACREBLEU_SEED", "7"}}};
  const std::string out = succeed({reference_, "-i", first_, "-ci"}, {}, json);
  EXPECT_TRUE(has(out, "\"seed\": \"7\""));
  EXPECT_NE(out, succeed({reference_, "-i", first_, "-ci", "-f", "json"}));
}

TEST_F(CommandEvaluate, ScoresSentences) {
  const std::string out = succeed({reference_, "-i", first_, "-sl", "-m", "ter"});
  EXPECT_EQ(lines_of(out).size(), 3u);
  EXPECT_TRUE(
      out.starts_with("TER|nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|"
                      "version:2.6.0 = 0.0\n"))
      << out;
  EXPECT_TRUE(has(succeed({reference_, "-i", first_, "-sl"}), "|eff:yes|"));
}

TEST_F(CommandEvaluate, WritesEverySegmentByEveryMetric) {
  const std::string path = folder_.path("segments.jsonl");
  succeed({reference_, "-i", first_, second_, "-m", "bleu", "rougeL", "--segments", path});
  const std::string segments = read_file(path);
  const auto lines = lines_of(segments);
  ASSERT_EQ(lines.size(), 6u);
  simdjson::dom::parser parser;
  const simdjson::padded_string last(lines[5]);
  const auto row = parser.parse(last);
  EXPECT_EQ(row["segment"].get_uint64().value(), 3u);
  EXPECT_EQ(row["system"].get_string().value(), second_);
  EXPECT_TRUE(row["scores"]["bleu"].is_number());
  EXPECT_TRUE(row["scores"]["rougeL"]["f1"].is_number());
  const std::string table = folder_.path("segments.tsv");
  succeed({reference_, "-i", first_, "--segments", table});
  EXPECT_TRUE(read_file(table).starts_with("segment\tsystem\tbleu\n1\t"));
}

TEST_F(CommandEvaluate, ComparesWithTheSourceThatItIsGiven) {
  refuse({reference_, "-i", first_, "-m", "sari"}, 2, "--source");
  const std::string out =
      succeed({reference_, "-i", first_, "-m", "sari", "--source", second_, "-b"});
  EXPECT_FALSE(out.empty());
  EXPECT_NE(
      succeed({reference_, "-i", first_, "-m", "jaccard", "-b", "-w", "6"}),
      succeed({reference_, "-i", first_, "-m", "jaccard", "-b", "-w", "6", "--source", second_}));
}

TEST_F(CommandEvaluate, ScoresByEveryMetric) {
  const Outcome outcome = evaluate({reference_, "-i", first_, "-m", "all"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(has(outcome.out, "jaro_winkler|"));
  EXPECT_FALSE(has(outcome.out, "sari|")) << "it has no source";
}

TEST_F(CommandEvaluate, SaysWhatIsWrong) {
  const std::string two = folder_.write("two.txt", "a\nb\n");
  const std::string empty = folder_.write("empty.txt", "");
  refuse({"-i", first_}, 2, "there is no reference");
  refuse({reference_, "-i", two}, 3, "two.txt has 2 lines");
  refuse({empty, "-i", empty}, 3, "empty.txt is empty");
  refuse({reference_, "-i", folder_.path("none.txt")}, 3, "none.txt");
  refuse({reference_, "-i", first_, "-m", "blue"}, 2, "did you mean bleu?");
  refuse({reference_, "-i", first_, "-tok", "flores200"}, 2, "13a, intl, zh, char, none");
  refuse({reference_, "-i", first_, "-t", "wmt17"}, 2, "--echo ref");
  refuse({reference_, "-i", first_, "--paired-bs"}, 2, "only one system");
  refuse({reference_, "-i", first_, second_, "--confidence"}, 2, "--paired-bs");
  refuse({reference_, "-i", first_, second_, "--paired-bs", "--paired-ar"}, 2, "exclude");
  refuse({reference_, "-i", first_, second_, "-sl"}, 2, "--segments");
  refuse({reference_, "-i", first_, first_}, 2, "twice");
  refuse({"-", "-i", "-"}, 2, "standard input");
  refuse({reference_, first_}, 3, "name their files behind -i");
  refuse({reference_, "-i", first_, "-o", first_}, 2, "would be overwritten");
}

}  // namespace
}  // namespace unspin::cli
