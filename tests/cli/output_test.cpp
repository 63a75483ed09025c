// Where the output goes: files that are complete or not there, damaged input, full disks, closed
// pipes and Ctrl-C.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <gtest/gtest.h>
#include <simdjson.h>
#include <string>
#include <unistd.h>

#include "tests/cli/pairs.hpp"
#include "tests/cli/run_command.hpp"
#include "tests/places.hpp"

namespace unspin::cli {
namespace {

using Names = std::vector<std::string>;

const std::string bees = std::string(places::corpora_folder) + "/city-bees/original.txt";

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// How many rows there are, each a whole line of valid JSON with the number of its place as id.
std::size_t count_whole_rows(std::string_view text) {
  EXPECT_TRUE(text.empty() || text.ends_with('\n')) << text.substr(text.rfind('\n') + 1);
  simdjson::dom::parser parser;
  std::size_t count = 0;
  for (const std::string_view line : lines_of(text)) {
    simdjson::dom::element row;
    EXPECT_EQ(parser.parse(std::string(line)).get(row), simdjson::SUCCESS) << line;
    EXPECT_EQ(std::uint64_t(row["id"]), count);
    ++count;
  }
  return count;
}

TEST(CommandOutput, DoesNotReplaceWhatIsReadByAReport) {
  const TempFolder folder;
  const std::string rows = folder.write("rows.jsonl", short_rows(0, 3));
  const std::string text = folder.write("text.txt", "A line of text.\n");
  const std::string other = folder.write("other.txt", "A line of the text.\n");
  const std::string same = folder.path("./text.txt");
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"score", text, other, "-o", same},
        {"explain", text, other, "--html", other},
        {"evaluate", text, "-i", other, "-o", same},
        {"evaluate", text, "-i", other, "--segments", other},
        {"evaluate", "--pairs", rows, "-o", rows},
        {"bench", "--pairs", rows, "--seconds", "0.1", "-o", rows}}) {
    const Outcome outcome = run_unspin(arguments);
    EXPECT_EQ(outcome.status, 2) << arguments[0] << ' ' << outcome.err;
    EXPECT_TRUE(has(outcome.err, " is read, and would be overwritten")) << outcome.err;
  }
  const std::string page = folder.path("page.html");
  const Outcome twice = run_unspin({"score", text, other, "-o", page, "--html", page});
  EXPECT_EQ(twice.status, 2);
  EXPECT_TRUE(has(twice.err, "page.html would be written twice")) << twice.err;
  EXPECT_EQ(read_file(rows), short_rows(0, 3));
  EXPECT_EQ(folder.names(), (Names{"other.txt", "rows.jsonl", "text.txt"}));
}

TEST(CommandOutput, IsTheSameInAFile) {
  const TempFolder folder;
  const std::string rows = folder.write("rows.jsonl", short_rows(0, 1000));
  const std::string out = folder.path("out.jsonl");
  const Outcome to_file = run_unspin({"score", "--pairs", rows, "-m", "jaccard", "-o", out});
  EXPECT_EQ(to_file.status, 0) << to_file.err;
  EXPECT_EQ(to_file.out, "");
  EXPECT_TRUE(read_file(out) == run_unspin({"score", "--pairs", rows, "-m", "jaccard"}).out);
  EXPECT_EQ(folder.names(), (Names{"out.jsonl", "rows.jsonl"}));

  const Outcome one_pair = run_unspin({"score", bees, bees, "-o", out, "--format", "jsonl"});
  EXPECT_EQ(one_pair.status, 0) << one_pair.err;
  EXPECT_TRUE(has(read_file(out), R"("label":"verbatim")")) << "it is replaced";
}

TEST(CommandOutput, MayReplaceItsInput) {
  const TempFolder folder;
  const std::string rows = folder.write("rows.jsonl", short_rows(0, 1000));
  EXPECT_EQ(run_unspin({"score", "--pairs", rows, "-m", "jaccard", "-o", rows}).status, 0);
  const std::string scores = read_file(rows);
  EXPECT_EQ(count_whole_rows(scores), 1000u);
  EXPECT_TRUE(has(scores, "jaccard"));
}

TEST(CommandOutput, AppearsWhenItIsComplete) {
  const TempFolder folder;
  const std::string out = folder.path("out.jsonl");
  const std::string old = folder.write("old.jsonl", "old\n");
  RunningCommand to_new(unspin_with({"score", "--pairs", "-", "-m", "jaccard", "-o", out}));
  RunningCommand to_old(unspin_with({"score", "--pairs", "-", "-m", "jaccard", "-o", old}));
  ASSERT_TRUE(to_new.feed(short_rows(0, 20000)));
  ASSERT_TRUE(to_old.feed(short_rows(0, 20000)));
  EXPECT_FALSE(std::filesystem::exists(out));
  EXPECT_EQ(read_file(old), "old\n");
  to_new.close_input();
  to_old.close_input();
  EXPECT_EQ(to_new.finish().status, 0);
  EXPECT_EQ(to_old.finish().status, 0);
  EXPECT_EQ(count_whole_rows(read_file(out)), 20000u);
  EXPECT_EQ(count_whole_rows(read_file(old)), 20000u);
  EXPECT_EQ(folder.names(), (Names{"old.jsonl", "out.jsonl"}));
}

TEST(CommandOutput, StaysAsItWasIfTheCommandIsKilledOrRefused) {
  const TempFolder folder;
  const std::string old = folder.write("old.jsonl", "old\n");
  RunningCommand command(unspin_with({"score", "--pairs", "-", "-m", "jaccard", "-o", old}));
  ASSERT_TRUE(command.feed(short_rows(0, 20000)));
  command.send_signal(SIGKILL);
  EXPECT_EQ(command.finish().status, -SIGKILL);
  EXPECT_EQ(run_unspin({"score", "--pairs", "-", "-m", "blue", "-o", old}).status, 2);
  EXPECT_EQ(run_unspin({"score", "--pairs", folder.path("missing"), "-o", old}).status, 3);
  EXPECT_EQ(run_unspin({"score", "--pairs", "-", "-o", old}, "id,text\n1,2\n").status, 3);
  EXPECT_EQ(run_unspin({"score", bees, folder.path("missing"), "-o", old}).status, 3);
  EXPECT_EQ(read_file(old), "old\n");
}

TEST(CommandOutput, HasAllRowsBeforeDamageInTheInput) {
  const TempFolder folder;
  const std::string first_half = as_gzip(short_rows(0, 10000));
  const std::string file = folder.write("damaged", first_half + "not gzip any more");
  const std::string out = folder.path("out.jsonl");

  const Outcome outcome = run_unspin({"score", "--pairs", file, "-m", "jaccard"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_TRUE(has(outcome.err, "unspin: " + file + ": damaged gzip data")) << outcome.err;
  EXPECT_TRUE(has(outcome.err, "10000 rows")) << outcome.err;
  EXPECT_EQ(count_whole_rows(outcome.out), 10000u);
  const std::string_view place = " at byte ";
  const std::size_t at = outcome.err.find(place);
  ASSERT_NE(at, std::string::npos) << outcome.err;
  const std::size_t offset = std::stoul(outcome.err.substr(at + place.size()));
  EXPECT_GE(offset, first_half.size());
  EXPECT_LE(offset, first_half.size() + 10) << "a gzip header has ten bytes";

  EXPECT_EQ(run_unspin({"score", "--pairs", file, "-m", "jaccard", "-o", out}).status, 3);
  EXPECT_TRUE(read_file(out) == outcome.out);
  EXPECT_EQ(folder.names(), (Names{"damaged", "out.jsonl"}));
}

TEST(CommandOutput, HasAllRowsBeforeTheInputBreaksOff) {
  const TempFolder folder;
  const std::size_t rows = 20000;
  for (const std::string& bytes : {as_gzip(short_rows(0, rows)), as_zstd(short_rows(0, rows))}) {
    const std::string file = folder.write("damaged", bytes.substr(0, bytes.size() / 2));
    const Outcome outcome = run_unspin({"score", "--pairs", file, "-m", "jaccard"});
    EXPECT_EQ(outcome.status, 3);
    EXPECT_TRUE(has(outcome.err, "unspin: " + file + ": ")) << outcome.err;
    EXPECT_TRUE(has(outcome.err, " at byte " + std::to_string(bytes.size() / 2))) << outcome.err;
    const std::size_t count = count_whole_rows(outcome.out);
    EXPECT_GT(count, rows / 4) << outcome.err;
    EXPECT_LT(count, rows * 3 / 4) << outcome.err;
  }
}

// What a damaged stream goes on to say before the damage is noticed is anybody's guess.
TEST(CommandOutput, BeginsWithTheRowsBeforeFlippedBits) {
  const TempFolder folder;
  std::string gzip = as_gzip(short_rows(0, 20000));
  for (std::size_t i = 0; i < 64; ++i) {
    char& byte = gzip[gzip.size() / 2 + i];
    byte = static_cast<char>(~byte);
  }
  const Outcome outcome =
      run_unspin({"score", "--pairs", folder.write("damaged", gzip), "-m", "jaccard"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_TRUE(has(outcome.err, " at byte ")) << outcome.err;
  std::size_t end_of_quarter = 0;
  for (std::size_t row = 0; row < 5000 && end_of_quarter < outcome.out.size(); ++row) {
    end_of_quarter = outcome.out.find('\n', end_of_quarter) + 1;
  }
  EXPECT_EQ(count_whole_rows(std::string_view(outcome.out).substr(0, end_of_quarter)), 5000u);
}

TEST(CommandOutput, ThatFindsNoRoomIsAnError) {
  const std::string rows = short_rows(0, 5000);
  const Outcome stream =
      run_unspin({"score", "--pairs", "-", "-m", "jaccard", "-o", "/dev/full"}, rows);
  const Outcome pair = run_unspin({"score", bees, bees, "-o", "/dev/full"});
  const Outcome redirected = run_in_bash(R"("$0" score "$1" "$1" > /dev/full)", {bees});
  const Outcome listed = run_in_bash(R"("$0" metrics > /dev/full)", {});
  for (const Outcome& outcome : {stream, pair, redirected, listed}) {
    EXPECT_EQ(outcome.status, 4);
    EXPECT_TRUE(outcome.err.starts_with("unspin: ")) << outcome.err;
    EXPECT_TRUE(has(outcome.err, "No space left")) << outcome.err;
    EXPECT_TRUE(has(outcome.err, "Make room")) << outcome.err;
  }
  EXPECT_TRUE(has(stream.err, "/dev/full")) << stream.err;
  EXPECT_TRUE(has(redirected.err, "standard output")) << redirected.err;
}

TEST(CommandOutput, OfHelpThatFindsNoRoomIsAnError) {
  EXPECT_EQ(run_in_bash(R"("$0" --help > /dev/full)", {}).status, 4);
  EXPECT_EQ(run_in_bash(R"("$0" --version > /dev/full)", {}).status, 4);
}

TEST(CommandOutput, StaysAsItWasIfThereIsNoRoom) {
  const TempFolder folder;
  const std::string old = folder.write("old.jsonl", "old\n");
  const std::string rows = folder.write("rows.jsonl", short_rows(0, 20000));
  // Files may have 64 KiB here.
  const Outcome outcome =
      run_in_bash(R"(trap "" XFSZ; ulimit -f 64; exec "$0" score --pairs "$1" -m jaccard -o "$2")",
                  {rows, old});
  EXPECT_EQ(outcome.status, 4) << outcome.err;
  EXPECT_TRUE(has(outcome.err, old)) << outcome.err;
  EXPECT_EQ(read_file(old), "old\n");
  EXPECT_EQ(folder.names(), (Names{"old.jsonl", "rows.jsonl"}));
}

TEST(CommandOutput, ThatCannotBeCreatedIsAnError) {
  const TempFolder folder;
  std::vector<std::string> places = {folder.path("missing/out"), folder.path(), bees + "/out"};
  if (::geteuid() != 0) {
    std::filesystem::create_directory(folder.path("locked"));
    std::filesystem::permissions(folder.path("locked"), std::filesystem::perms::owner_read |
                                                            std::filesystem::perms::owner_exec);
    places.push_back(folder.path("locked/out"));
  }
  for (const std::string& place : places) {
    for (const auto& arguments : {Names{"score", bees, bees, "-o", place},
                                  Names{"score", "--pairs", "-", "-m", "jaccard", "-o", place}}) {
      const Outcome outcome = run_unspin(arguments, short_rows(0, 10));
      EXPECT_EQ(outcome.status, 4) << place;
      EXPECT_TRUE(has(outcome.err, "unspin: " + place + ": ")) << outcome.err;
      EXPECT_TRUE(has(outcome.err, "\n        Check that")) << outcome.err;
    }
  }
}

TEST(CommandOutput, ThatNobodyReadsAnyMoreIsNoError) {
  const TempFolder folder;
  const std::string rows = folder.write("rows.jsonl", short_rows(0, 50000));
  for (const std::string format : {"jsonl", "tsv"}) {
    const Outcome outcome = run_in_bash(
        R"("$0" score --pairs "$1" -m jaccard --format "$2" | head -1; exit ${PIPESTATUS[0]})",
        {rows, format});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.err, "");
    EXPECT_EQ(lines_of(outcome.out).size(), 1u);
  }
  const Outcome of_pair =
      run_in_bash(R"({ sleep 0.2; "$0" score "$1" "$1"; echo $? >&2; } | true)", {bees});
  EXPECT_EQ(of_pair.err, "0\n");
}

// As when the source goes on and on.
TEST(CommandInterrupt, LeavesWholeLinesOfAStreamThatRuns) {
  RunningCommand command(unspin_with({"score", "--pairs", "-", "-m", "jaccard"}));
  std::size_t fed = 0;
  while (command.out().empty()) {
    ASSERT_TRUE(command.feed(short_rows(fed, 1000)));
    ASSERT_LT(fed += 1000, 1000000u);
  }
  command.send_signal(SIGINT);
  while (fed < 1000000 && command.feed(short_rows(fed, 1000))) {
    fed += 1000;
  }
  const Outcome outcome = command.finish();
  EXPECT_EQ(outcome.status, 130);
  const std::size_t rows = count_whole_rows(outcome.out);
  EXPECT_GT(rows, 0u);
  EXPECT_LE(rows, fed);
  EXPECT_TRUE(has(outcome.err, std::to_string(rows) + " rows")) << outcome.err;
}

// As when the source has nothing more to say for now: a person who presses Ctrl-C does not wait.
TEST(CommandInterrupt, LeavesWholeLinesOfAStreamThatWaits) {
  RunningCommand command(unspin_with({"score", "--pairs", "-", "-m", "jaccard"}));
  ASSERT_TRUE(command.feed(short_rows(0, 20000)));
  ASSERT_TRUE(command.wait_for_output(1));
  command.send_signal(SIGINT);
  const Outcome outcome = command.finish(std::chrono::seconds(is_sanitized ? 20 : 3));
  EXPECT_EQ(outcome.status, 130) << outcome.err;
  EXPECT_GT(count_whole_rows(outcome.out), 0u);
}

TEST(CommandInterrupt, IsHeardWhileTheFirstRowsAreAwaited) {
  RunningCommand command(unspin_with({"score", "--pairs", "-", "-m", "jaccard"}));
  ASSERT_TRUE(command.feed(short_rows(0, 3)));
  ::usleep(300000);
  command.send_signal(SIGINT);
  const Outcome outcome = command.finish(std::chrono::seconds(is_sanitized ? 20 : 3));
  EXPECT_TRUE(outcome.status == 130 || outcome.status == -SIGINT) << outcome.status << outcome.err;
}

TEST(CommandInterrupt, KeepsWhatWasDoneBesideTheOldFile) {
  const TempFolder folder;
  const std::string out = folder.write("out.jsonl", "old\n");
  RunningCommand command(unspin_with({"score", "--pairs", "-", "-m", "jaccard", "-o", out}));
  ASSERT_TRUE(command.feed(short_rows(0, 50000)));
  command.send_signal(SIGINT);
  std::size_t fed = 50000;
  while (fed < 1000000 && command.feed(short_rows(fed, 1000))) {
    fed += 1000;
  }
  const Outcome outcome = command.finish();
  EXPECT_EQ(outcome.status, 130);
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(has(outcome.err, out + ".partial")) << outcome.err;
  EXPECT_EQ(folder.names(), (Names{"out.jsonl", "out.jsonl.partial"}));
  EXPECT_EQ(read_file(out), "old\n");
  const std::size_t rows = count_whole_rows(read_file(out + ".partial"));
  EXPECT_GT(rows, 10000u);
  EXPECT_LT(rows, fed);
}

}  // namespace
}  // namespace unspin::cli
