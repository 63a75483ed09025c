// --html FILE: the page of one pair, beside what the command says anyway.
#include <gtest/gtest.h>
#include <string>

#include "tests/cli/pairs.hpp"
#include "tests/cli/run_command.hpp"
#include "tests/places.hpp"

namespace unspin::cli {
namespace {

const std::string bees = std::string(places::corpora_folder) + "/city-bees/original.txt";
const std::string spun_bees = std::string(places::corpora_folder) + "/city-bees/spun.txt";

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST(CommandPage, IsWrittenBesideTheOutput) {
  const TempFolder folder;
  const std::string page = folder.path("case.html");
  for (const char* command : {"score", "explain"}) {
    const Outcome plain = run_unspin({command, bees, spun_bees});
    const Outcome outcome = run_unspin({command, bees, spun_bees, "--html", page});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.out, plain.out);
    const std::string written = read_file(page);
    EXPECT_TRUE(written.starts_with("<!DOCTYPE html>"));
    EXPECT_TRUE(has(written, "<h1>Spun copy</h1>"));
    EXPECT_TRUE(has(written, "What moved the verdict"));
    EXPECT_TRUE(has(written, "<bdi>spun.txt</bdi> <small>832 words</small>"));
    EXPECT_TRUE(has(written, "unspin:")) << "the signature";
    EXPECT_LT(written.size(), 200'000u);
  }
  EXPECT_EQ(folder.names(), std::vector<std::string>{"case.html"});
}

TEST(CommandPage, DependsOnTheTwoTextsAlone) {
  const TempFolder folder;
  for (const char* name : {"one.html", "two.html"}) {
    run_unspin({"score", bees, spun_bees, "-m", "none", "--html", folder.path(name)});
  }
  EXPECT_TRUE(read_file(folder.path("one.html")) == read_file(folder.path("two.html")));
}

TEST(CommandPage, GoesWithAnyFormatAndFailOn) {
  const TempFolder folder;
  const std::string page = folder.path("case.html");
  const Outcome json = run_unspin(
      {"score", bees, spun_bees, "--format", "json", "--fail-on", "spun", "--html", page});
  EXPECT_EQ(json.status, 1);
  EXPECT_TRUE(json.out.starts_with("{"));
  EXPECT_TRUE(has(read_file(page), "<h1>Spun copy</h1>"));
}

TEST(CommandPage, NamesStandardInput) {
  const TempFolder folder;
  const std::string page = folder.path("case.html");
  EXPECT_EQ(run_unspin({"score", "-", spun_bees, "--html", page}, read_file(bees)).status, 0);
  EXPECT_TRUE(has(read_file(page), "<bdi>standard input</bdi>"));
}

TEST(CommandPage, IsNotForStreams) {
  const TempFolder folder;
  const std::string rows = folder.write("rows.jsonl", short_rows(0, 3));
  const Outcome refused =
      run_unspin({"score", "--pairs", rows, "--html", folder.path("case.html")});
  EXPECT_EQ(refused.status, 2);
  EXPECT_TRUE(has(refused.err, "a page shows one pair")) << refused.err;
  EXPECT_TRUE(has(refused.err, "unspin score ORIGINAL REWRITE --html FILE")) << refused.err;
  EXPECT_EQ(folder.names(), std::vector<std::string>{"rows.jsonl"});
}

TEST(CommandPage, IsThereWholeOrNotAtAll) {
  const TempFolder folder;
  const Outcome failed =
      run_unspin({"score", bees, spun_bees, "--html", folder.path("no/such/case.html")});
  EXPECT_EQ(failed.status, 4);
  EXPECT_EQ(failed.out, "") << "no report without its page";

  const std::string page = folder.write("case.html", "of before");
  EXPECT_EQ(run_unspin({"score", bees, folder.path("none.txt"), "--html", page}).status, 3);
  EXPECT_EQ(read_file(page), "of before");
}

}  // namespace
}  // namespace unspin::cli
