// `unspin metrics` and the help.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <gtest/gtest.h>
#include <set>
#include <simdjson.h>
#include <string>

#include "scorers/catalogue.hpp"
#include "tests/cli/run_command.hpp"
#include "tests/places.hpp"
#include "tests/scorers/example_lexicon.hpp"

namespace unspin::cli {
namespace {

using simdjson::dom::element;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string succeed(const std::vector<std::string>& arguments) {
  const Outcome outcome = run_unspin(arguments);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  return outcome.out;
}

TEST(CommandMetrics, ListsThemAllByFamily) {
  const auto out = succeed({"metrics"});
  const auto lines = lines_of(out);
  for (const Scorer* scorer : catalogue()) {
    const auto is_of_it = [&](std::string_view line) {
      return line.starts_with("  " + std::string(scorer->info.name) + " ") &&
             has(line, scorer->info.summary);
    };
    EXPECT_EQ(std::ranges::count_if(lines, is_of_it), 1) << scorer->info.name;
  }
  for (const auto family : {"ngram", "edit", "term", "spin"}) {
    EXPECT_EQ(std::ranges::count(lines, family), 1) << family;
  }
}

TEST(CommandMetrics, TellsAllOfOne) {
  const std::string out = succeed({"metrics", "bleu"});
  for (const auto told : {"bleu", "0–100", "Papineni", "the cat", ":smoothing", "exp, floor",
                          "default exp", ":lowercase", ":order", "1–8"}) {
    EXPECT_TRUE(has(out, told)) << told << "\n" << out;
  }
  EXPECT_FALSE(has(out, "chrf"));
}

TEST(CommandMetrics, TellsOfAFamily) {
  const std::string out = succeed({"metrics", "edit"});
  EXPECT_TRUE(has(out, "levenshtein"));
  EXPECT_FALSE(has(out, "bleu"));
}

/// Whether a text against itself has a value.
bool has_identity(std::string_view name) {
  const auto found =
      std::ranges::find(catalogue(), name, [](const Scorer* scorer) { return scorer->info.name; });
  return found != catalogue().end() && !std::isnan((*found)->info.identity);
}

TEST(CommandMetrics, AreJsonForScripts) {
  simdjson::dom::parser parser;
  std::set<std::string, std::less<>> names;
  const std::string out = succeed({"metrics", "--format", "json"});
  for (const element metric : parser.parse(out)) {
    const std::string name(metric["name"].get_string().value());
    EXPECT_TRUE(names.insert(name).second) << name << " is there twice";
    for (const auto key : {"family", "summary", "source"}) {
      EXPECT_FALSE(std::string_view(metric[key]).empty()) << name << " " << key;
    }
    EXPECT_EQ(metric["range"].get_array().size(), 2u) << name;
    EXPECT_EQ(metric["identity"].is_null(), !has_identity(name)) << name;
    EXPECT_NE(metric["identity"].is_null(), metric["identity"].is_number()) << name;
    EXPECT_TRUE(metric["example"]["source"].is_string()) << name;
    EXPECT_TRUE(metric["example"]["rewrite"].is_string()) << name;
    EXPECT_TRUE(metric["example"]["value"].is_number()) << name;
    ASSERT_TRUE(metric["parameters"].is_array()) << name;
    for (const element parameter : metric["parameters"]) {
      EXPECT_FALSE(std::string_view(parameter["name"]).empty()) << name;
      EXPECT_FALSE(std::string_view(parameter["type"]).empty()) << name;
      EXPECT_FALSE(std::string_view(parameter["summary"]).empty()) << name;
      EXPECT_EQ(parameter["default"].error(), simdjson::SUCCESS) << name;
    }
  }
  for (const Scorer* scorer : catalogue()) {
    EXPECT_TRUE(names.contains(scorer->info.name)) << scorer->info.name;
  }
  EXPECT_EQ(names.size(), catalogue().size());
}

/// A row of --pairs.
std::string row_of(element example) {
  element references;
  const bool has_references = example["references"].get(references) == simdjson::SUCCESS;
  return "{\"source\": " + simdjson::minify(example["source"].value()) +
         ", \"rewrite\": " + simdjson::minify(example["rewrite"].value()) +
         (has_references ? ", \"references\": " + simdjson::minify(references) : "") + "}\n";
}

// What is listed can be asked for, and the examples are true.
TEST(CommandMetrics, HaveExamplesThatCanBeTried) {
  const TempFolder folder;
  const testing::ScratchFolder resources;
  const std::string lexicon = testing::put_example_lexicon(resources);
  simdjson::dom::parser of_list;
  simdjson::dom::parser of_score;
  const std::string list = succeed({"metrics", "--format", "json"});
  for (const element metric : of_list.parse(list)) {
    const std::string name(metric["name"].get_string().value());
    const element example = metric["example"];
    const std::string out =
        succeed({"score", "--pairs", folder.write("pair.jsonl", row_of(example)), "-m", name,
                 "--lexicon", lexicon, "--format", "jsonl"});
    const element score = of_score.parse(out)["scores"][name];
    const double expected = double(metric["example"]["value"]);
    if (score.is_number()) {
      EXPECT_NEAR(double(score), expected, 1e-4 * std::max(1.0, std::fabs(expected))) << name;
      continue;
    }
    bool is_among_values = false;  // of precision, recall and the like
    for (const auto value : score.get_object()) {
      is_among_values = is_among_values || std::fabs(double(value.value) - expected) < 1e-4;
    }
    EXPECT_TRUE(is_among_values) << name << " " << score;
  }
}

TEST(CommandMetrics, SayInWordsThatThereIsNoValue) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"metrics", "synonym_share"},
        {"metrics"},
        {"metrics", "--format", "json"},
        {"metrics", "--format", "markdown"}}) {
    EXPECT_FALSE(has(succeed(arguments), "nan")) << arguments.back();
  }
  EXPECT_TRUE(has(succeed({"metrics", "synonym_share"}), "no value   there is no lexicon"));
}

TEST(CommandMetrics, AreATableForTheReadme) {
  const std::string out = succeed({"metrics", "--format", "markdown"});
  for (const Scorer* scorer : catalogue()) {
    EXPECT_TRUE(has(out, "\n| `" + std::string(scorer->info.name) + "`")) << scorer->info.name;
  }
}

TEST(CommandHelp, StartsWithExamples) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--help"},
                                                    {"-h"},
                                                    {},
                                                    {"score", "--help"},
                                                    {"explain", "--help"},
                                                    {"evaluate", "--help"},
                                                    {"metrics", "--help"},
                                                    {"bench", "--help"}}) {
    const std::string out = succeed(arguments);
    auto lines = lines_of(out);
    ASSERT_GE(lines.size(), 12u);
    lines.resize(12);
    const auto heading = std::ranges::find(lines, "Examples:");
    ASSERT_NE(heading, lines.end()) << out;
    ASSERT_NE(heading + 1, lines.end()) << out;
    EXPECT_TRUE((heading + 1)->starts_with("  unspin ")) << out;
  }
}

TEST(CommandHelp, HasALineForEachCommand) {
  const std::string out = succeed({"--help"});
  EXPECT_TRUE(has(out, "\nExamples:"));
  EXPECT_EQ(out.find("Examples:"), out.rfind("Examples:"))
      << "the examples of the subcommands belong into their own help\n"
      << out;
}

TEST(CommandHelp, FitsInto100Columns) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--help"},
                                                    {"score", "--help"},
                                                    {"explain", "--help"},
                                                    {"evaluate", "--help"},
                                                    {"metrics", "--help"},
                                                    {"metrics"}}) {
    const std::string out = succeed(arguments);
    EXPECT_NE(out, "");
    for (const std::string_view line : lines_of(out)) {
      const auto columns = std::ranges::count_if(
          line, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
      EXPECT_LE(columns, 100) << line;
      EXPECT_FALSE(line.ends_with(' ')) << '[' << line << ']';
    }
  }
}

TEST(CommandHelp, ShowsExamplesThatCanBeTried) {
  const TempFolder folder;
  const std::string corpus = std::string(places::corpora_folder) + "/city-bees/";
  folder.write("original.txt", read_file(corpus + "original.txt"));
  folder.write("rewrite.txt", read_file(corpus + "spun.txt"));
  const std::string row = R"({"id":"a","source":"a b","rewrite":"a c"})"
                          "\n";
  folder.write("pairs.jsonl", row);
  folder.write("pairs.jsonl.gz", row);
  folder.write("pairs.tsv", "id\tsource\trewrite\na\ta b\ta c\n");
  folder.write("pairs.csv", "id,source,rewrite\na,a b,a c\n");
  folder.write("page.html", "<p>A page.");
  folder.write("notice.txt", "All rights reserved.");
  folder.write("pages.jsonl", "{\"text\": \"A row.\"}\n");
  folder.write("more.jsonl", "{\"text\": \"A row.\"}\n");
  folder.write("crawl.warc.gz",
               "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 4\r\n\r\n"
               "text\r\n\r\n");
  for (const char* name : {"originals", "crawl", "posts"}) {
    std::filesystem::create_directory(folder.path(name));
    folder.write(std::string(name) + "/text.txt", "A text.");
  }
  folder.write("crawl.txt", read_file(corpus + "spun.txt"));
  for (const char* name : {"system.txt", "a.txt", "b.txt"}) {
    folder.write(name, read_file(corpus + "spun.txt"));
  }
  for (const char* name : {"reference.txt", "source.txt"}) {
    folder.write(name, read_file(corpus + "original.txt"));
  }
  folder.write("rated.tsv",
               read_file(std::string(places::corpora_folder) + "/paraphrases/rated.tsv"));
  ASSERT_EQ(run_unspin({"audit", "--originals", folder.path("original.txt"), "--crawl",
                        folder.path("crawl.txt"), "-o", folder.path("reviewed")})
                .status,
            0);
  const std::string findings = read_file(folder.path("reviewed/findings.jsonl"));
  const std::string id = findings.substr(findings.find("\"id\":\"") + 6, 8);
  std::string review_help = succeed({"review", "--help"});
  for (const auto& [from, to] :
       {std::pair<std::string, std::string>("f20e9598", id), {" audit/", " reviewed/"}}) {
    for (std::size_t at = 0; (at = review_help.find(from, at)) != std::string::npos;) {
      review_help.replace(at, from.size(), to);
    }
  }
  std::size_t tried = 0;
  for (const auto& help :
       {succeed({"--help"}), succeed({"score", "--help"}), succeed({"explain", "--help"}),
        succeed({"metrics", "--help"}), succeed({"extract", "--help"}),
        succeed({"audit", "--help"}), succeed({"evaluate", "--help"}), review_help}) {
    for (std::string_view line : lines_of(help)) {
      if (!line.starts_with("  unspin ")) {
        continue;
      }
      line.remove_prefix(std::string_view("  unspin").size());
      const std::string example(line.substr(0, line.find("  ")));
      const int expected = has(example, "--fail-on spun") ? 1 : 0;
      const Outcome outcome = run_in_bash("cd \"$1\" && \"$0\"" + example, {folder.path()});
      EXPECT_EQ(outcome.status, expected) << example << "\n" << outcome.err;
      ++tried;
    }
  }
  EXPECT_GE(tried, 42u);
}

TEST(CommandHelp, KnowsTheVersion) {
  const std::string out = succeed({"--version"});
  EXPECT_TRUE(out.starts_with("unspin " UNSPIN_VERSION " (ICU ")) << out;
  EXPECT_EQ(std::ranges::count(out, '\n'), 1);
}

}  // namespace
}  // namespace unspin::cli
