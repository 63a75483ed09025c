// `unspin train`, `unspin validate`, and scoring with what they made.
#include <gtest/gtest.h>
#include <iterator>
#include <simdjson.h>
#include <sstream>
#include <string>

#include "tests/cli/run_command.hpp"
#include "tests/files.hpp"
#include "tests/places.hpp"

namespace unspin::cli {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t count) {
  std::string text;
  for (std::size_t i = from; i < std::min(from + count, words.size()); ++i) {
    for (const char c : words[i]) {
      text += c == '"' || c == '\\' ? ' ' : c;
    }
    text += ' ';
  }
  return text;
}

std::string row(const std::string& source, const std::string& rewrite, const std::string& label,
                const std::string& origin) {
  return R"({"source": ")" + source + R"(", "rewrite": ")" + rewrite + R"(", "label": ")" + label +
         R"(", "origin": ")" + origin + "\"}\n";
}

/// Pieces of the four articles and their companions: 120 words, every 60 words.
std::string labelled_pairs() {
  std::string rows;
  for (const std::string subject : unspin::testing::corpus_subjects) {
    const auto text = [&](const std::string& kind) {
      return words_of(unspin::testing::corpus_text(subject + "/" + kind));
    };
    const auto original = text("original");
    const auto spun = text("spun");
    const auto reworded = text("reworded");
    const auto other = text("same_topic");
    for (std::size_t at = 0; at + 120 < original.size(); at += 60) {
      const std::string source = joined(original, at, 120);
      rows += row(source, joined(spun, at, 120), "spun", subject);
      rows += row(source, joined(reworded, at, 120), "paraphrase", subject);
      rows += row(source, joined(original, at, 117), "verbatim", subject);
      rows += row(source, joined(other, at, 120), "unrelated", subject);
    }
  }
  return rows;
}

class CommandTrain : public ::testing::Test {
 protected:
  Outcome train(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"train", pairs, "-o", model};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_unspin(arguments);
  }

  TempFolder folder;
  const std::string pairs = folder.write("pairs.jsonl", labelled_pairs());
  const std::string model = folder.path("my.model");
};

TEST_F(CommandTrain, FitsAModelThatTheOtherCommandsUse) {
  const Outcome trained = train();
  EXPECT_EQ(trained.status, 0) << trained.err;
  EXPECT_NE(trained.out.find("Documents with"), std::string::npos) << trained.out;
  EXPECT_NE(read_file(model).find("#| Fitted to"), std::string::npos);

  const Outcome validated = run_unspin({"validate", pairs, "--model", model, "--format", "json"});
  EXPECT_EQ(validated.status, 0) << validated.err;
  simdjson::dom::parser parser;
  const simdjson::dom::element report = parser.parse(validated.out);
  EXPECT_GT(double(report["accuracy"]["value"]), 0.8);

  const std::string corpus = std::string(places::corpora_folder) + "/city-bees/";
  const Outcome scored = run_unspin({"score", corpus + "original.txt", corpus + "spun.txt",
                                     "--model", model, "--format", "json"});
  const simdjson::dom::element score = parser.parse(scored.out);
  EXPECT_EQ(std::string_view(score["verdict"]["label"]), "spun");
  EXPECT_NE(std::string_view(score["signature"]).find("verdict:model-1-"), std::string_view::npos);
}

TEST_F(CommandTrain, TwiceGivesTheSameBytes) {
  ASSERT_EQ(train({"--threads", "1"}).status, 0);
  const std::string once = read_file(model);
  ASSERT_EQ(train({"--threads", "2"}).status, 0);
  EXPECT_EQ(read_file(model), once);
}

TEST_F(CommandTrain, NamesBrokenRowsAndUsesTheRest) {
  folder.write("pairs.jsonl", "{\"source\": 1}\n" + labelled_pairs());
  const Outcome trained = train();
  EXPECT_EQ(trained.status, 3);
  EXPECT_NE(trained.err.find("pairs.jsonl: line 1: "), std::string::npos) << trained.err;
  EXPECT_FALSE(read_file(model).empty());
}

TEST_F(CommandTrain, RefusesWhatCannotBe) {
  const Outcome no_weight = train({"--class-weight", "spun=much"});
  EXPECT_EQ(no_weight.status, 2);
  EXPECT_NE(no_weight.err.find("spun=2"), std::string::npos) << no_weight.err;
  folder.write("pairs.jsonl", "");
  const Outcome nothing = train();
  EXPECT_EQ(nothing.status, 3);
  EXPECT_NE(nothing.err.find("0 labelled pairs are too few"), std::string::npos) << nothing.err;
  EXPECT_EQ(folder.names(), std::vector<std::string>{"pairs.jsonl"});  // no half-made model
}

TEST_F(CommandTrain, ValidateTellsHowOftenTheShippedModelIsRight) {
  const Outcome validated = run_unspin({"validate", pairs});
  EXPECT_EQ(validated.status, 0) << validated.err;
  EXPECT_NE(validated.out.find("Flagged though honest"), std::string::npos) << validated.out;
}

TEST_F(CommandTrain, AFileThatIsNoModelIsRefused) {
  const Outcome validated = run_unspin({"validate", pairs, "--model", pairs});
  EXPECT_EQ(validated.status, 3);
  EXPECT_NE(validated.err.find("pairs.jsonl: line 1: the first line should be"), std::string::npos)
      << validated.err;
}

}  // namespace
}  // namespace unspin::cli
