// An audit that is interrupted and goes on, one of rows, and one made of several.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "engine/report/json_writer.hpp"
#include "tests/cli/run_command.hpp"
#include "tests/files.hpp"

namespace unspin::cli {
namespace {

using testing::corpus_text;
using testing::read_file;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string row(std::string_view id, std::string_view text) {
  std::string json;
  JsonWriter(json).begin_object().key("id").value(id).key("text").value(text).end_object();
  return json + "\n";
}

/// The articles of corpora/ in an index; a crawl of 900 rows, of which every hundredth is spun.
class AuditInParts : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = new TempFolder;
    std::vector<std::string> arguments = {"index", "build"};
    for (const std::string subject : testing::corpus_subjects) {
      arguments.push_back(folder->write(subject + ".txt", corpus_text(subject + "/original")));
    }
    arguments.insert(arguments.end(), {"-o", index()});
    ASSERT_EQ(run_unspin(arguments).status, 0);
    const std::string spun = corpus_text("city-bees/spun");
    for (int i = 0; i < 900; ++i) {
      rows.push_back(row(fmt::format("page-{}", i),
                         i % 100 == 50 ? spun : fmt::format("Nothing of note on page {}.", i)));
      crawl += rows.back();
    }
    ASSERT_EQ(audit_rows_into("whole", crawl).status, 0);
  }
  static void TearDownTestSuite() {
    delete folder;
    rows.clear();
    crawl.clear();
  }

  static std::string index() { return folder->path("originals.index"); }
  static std::string findings(const std::string& name) {
    return read_file(folder->path(name) + "/findings.jsonl");
  }
  static std::string summary(const std::string& name) {
    return read_file(folder->path(name) + "/summary.json");
  }
  /// The findings' pages by name.
  static std::map<std::string, std::string> pages(const std::string& name) {
    std::map<std::string, std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(folder->path(name) + "/report")) {
      all[entry.path().filename().string()] = read_file(entry.path().string());
    }
    EXPECT_FALSE(all.empty());
    return all;
  }
  static std::vector<std::string> into(const std::string& name, bool resume = false) {
    std::vector<std::string> arguments = {"audit", "--index", index(),           "--crawl",
                                          "-",     "-o",      folder->path(name)};
    if (resume) {
      arguments.push_back("--resume");
    }
    return arguments;
  }
  static Outcome audit_rows_into(const std::string& name, const std::string& input) {
    return run_unspin(into(name), input);
  }
  static Outcome filter(const std::string& input) {
    return run_unspin({"audit", "--index", index(), "--stdin", "--jsonl"}, input);
  }
  static Outcome merge(std::vector<std::string> parts, const std::string& name) {
    std::vector<std::string> arguments = {"merge"};
    for (const std::string& part : parts) {
      arguments.push_back(folder->path(part));
    }
    arguments.insert(arguments.end(), {"-o", folder->path(name)});
    return run_unspin(arguments);
  }
  /// So much of the crawl that a checkpoint is made, and no end.
  static void feed_to_a_checkpoint(RunningCommand& command) {
    for (std::size_t i = 0; i < rows.size() - 1; ++i) {
      if (i == 600) {  // checkpoints are a second apart, and made when a batch is done
        std::this_thread::sleep_for(std::chrono::milliseconds(1'200));
      }
      ASSERT_TRUE(command.feed(rows[i]));
    }
  }

  static inline TempFolder* folder = nullptr;
  static inline std::vector<std::string> rows;
  static inline std::string crawl;
};

TEST_F(AuditInParts, GoesOnAfterAKillWithTheSameFinalBytes) {
  {
    RunningCommand command(unspin_with(into("killed")));
    feed_to_a_checkpoint(command);
    const std::string checkpoint = folder->path("killed/findings.partial.jsonl.checkpoint");
    for (int i = 0; i < 200 && !std::filesystem::exists(checkpoint); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    ASSERT_TRUE(std::filesystem::exists(checkpoint));
    command.send_signal(SIGKILL);
    command.finish();
  }
  EXPECT_FALSE(std::filesystem::exists(folder->path("killed/summary.json")));
  const Outcome refused = merge({"killed"}, "of-killed");
  EXPECT_EQ(refused.status, 3);
  EXPECT_TRUE(has(refused.err, "not complete")) << refused.err;

  const Outcome resumed = run_unspin(into("killed", true), crawl);
  EXPECT_EQ(resumed.status, 0) << resumed.err;
  EXPECT_TRUE(has(resumed.err, "going on behind ")) << resumed.err;
  EXPECT_EQ(findings("killed"), findings("whole"));
  EXPECT_EQ(summary("killed"), summary("whole"));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder->path("killed")), {}), 6)
      << "nothing is left but findings, two tables and a report of them, and the summary";

  const Outcome again = run_unspin(into("killed", true), crawl);
  EXPECT_EQ(again.status, 0);
  EXPECT_TRUE(has(again.err, "this audit is complete")) << again.err;
}

TEST_F(AuditInParts, CtrlCKeepsWhatWasFoundAndSaysHowToGoOn) {
  RunningCommand command(unspin_with(into("stopped")));
  for (std::size_t i = 0; i < 600; ++i) {
    ASSERT_TRUE(command.feed(rows[i]));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  command.send_signal(SIGINT);
  const Outcome outcome = command.finish();
  EXPECT_EQ(outcome.status, 130);
  EXPECT_TRUE(has(outcome.err, "findings.partial.jsonl")) << outcome.err;
  EXPECT_TRUE(has(outcome.err, "--resume goes on")) << outcome.err;
  const std::string partial = read_file(folder->path("stopped/findings.partial.jsonl"));
  EXPECT_TRUE(partial.ends_with("}\n") && findings("whole").starts_with(partial));
  EXPECT_EQ(run_unspin(into("stopped", true), crawl).status, 0);
  EXPECT_EQ(findings("stopped"), findings("whole"));
}

TEST_F(AuditInParts, DoesNotGoOnInAnotherCrawlOrWithOtherSettings) {
  {
    RunningCommand command(unspin_with(into("moved")));
    for (std::size_t i = 0; i < 600; ++i) {
      ASSERT_TRUE(command.feed(rows[i]));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    command.send_signal(SIGINT);
    ASSERT_EQ(command.finish().status, 130);
  }
  const Outcome forgot = run_unspin(into("moved"), crawl);
  EXPECT_EQ(forgot.status, 2) << "what was done is not overwritten by mistake";
  EXPECT_TRUE(has(forgot.err, "interrupted here behind ")) << forgot.err;
  EXPECT_TRUE(has(forgot.err, "With --resume it goes on.")) << forgot.err;
  const Outcome other_crawl = run_unspin(into("moved", true), "{\"text\": \"other\"}\n" + crawl);
  EXPECT_EQ(other_crawl.status, 3);
  EXPECT_TRUE(has(other_crawl.err, "the crawl is not what it was")) << other_crawl.err;
  std::vector<std::string> ignoring = into("moved", true);
  ignoring.insert(ignoring.end(),
                  {"--ignore", folder->write("notice.txt", "all rights reserved by the owner")});
  const Outcome other_settings = run_unspin(ignoring, crawl);
  EXPECT_EQ(other_settings.status, 2);
  EXPECT_TRUE(has(other_settings.err, "other settings")) << other_settings.err;
  std::filesystem::remove(folder->path("moved/findings.partial.jsonl"));
  EXPECT_EQ(run_unspin(into("moved"), crawl).status, 0) << "anew, as the messages say";
  EXPECT_EQ(findings("moved"), findings("whole"));
}

TEST_F(AuditInParts, AFilterHasALineForEachLine) {
  const Outcome outcome =
      filter(row("spun", corpus_text("city-bees/spun")) + "no JSON\n" +
             R"({"id": "x", "text": "Nothing.", "site": {"name": "a", "rank": 1.50}})" + "\n");
  EXPECT_EQ(outcome.status, 3) << "a row was broken";
  const auto lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 3u) << outcome.out;
  EXPECT_TRUE(has(lines[0], R"("page":{"id":"spun",)") && has(lines[0], R"("label":"spun")"));
  EXPECT_TRUE(has(lines[1], R"("issues":[{"line":2,)")) << lines[1];
  EXPECT_TRUE(has(lines[2], R"("metadata":{"site":{"name": "a", "rank": 1.50}}},"findings":[])"))
      << lines[2];
}

TEST_F(AuditInParts, AFilterAnswersBeforeItsInputEnds) {
  RunningCommand command(unspin_with({"audit", "--index", index(), "--stdin", "--jsonl"}));
  ASSERT_TRUE(command.feed(rows[0]));
  EXPECT_TRUE(command.wait_for_output(10));
  command.close_input();
  EXPECT_EQ(command.finish().status, 0);
}

TEST_F(AuditInParts, MergedShardsAreTheSameBytesHoweverTheRowsAreDealtOut) {
  std::vector<std::string> shards(16);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    shards[i % shards.size()] += rows[i];
  }
  folder->write("one.jsonl", filter(crawl).out);
  std::vector<std::string> parts;
  for (std::size_t i = shards.size(); i-- > 0;) {
    parts.push_back(fmt::format("shard-{}.jsonl", i));
    folder->write(parts.back(), filter(shards[i]).out);
  }
  ASSERT_EQ(merge({"one.jsonl"}, "of-one").status, 0);
  ASSERT_EQ(merge(parts, "of-16").status, 0);
  EXPECT_EQ(findings("of-16"), findings("of-one"));
  for (const std::string table : {"/findings.csv", "/findings.sqlite", "/report.html"}) {
    EXPECT_TRUE(read_file(folder->path("of-16") + table) ==
                read_file(folder->path("of-one") + table));
  }
  EXPECT_TRUE(pages("of-16") == pages("of-one"));
  EXPECT_EQ(summary("of-16"), summary("of-one"));
  EXPECT_EQ(lines_of(findings("of-16")).size(), 9u);

  const std::vector<std::string> first(parts.begin(), parts.begin() + 5);
  const std::vector<std::string> rest(parts.begin() + 5, parts.end());
  ASSERT_EQ(merge(first, "first").status, 0);
  ASSERT_EQ(merge(rest, "rest").status, 0);
  ASSERT_EQ(merge({"rest", "first"}, "of-merged").status, 0);
  EXPECT_EQ(findings("of-merged"), findings("of-one")) << "merging is associative";
  EXPECT_EQ(summary("of-merged"), summary("of-one"));
}

TEST_F(AuditInParts, FoldersOfPartsAreOneAudit) {
  std::vector<std::string> arguments = {"audit", "--index", index(), "--crawl"};
  const auto audit = [&](const std::vector<std::string>& files, const std::string& name) {
    std::vector<std::string> all = arguments;
    all.insert(all.end(), files.begin(), files.end());
    all.insert(all.end(), {"-o", folder->path(name)});
    return run_unspin(all).status;
  };
  const std::string a = folder->write("part-a.jsonl", rows[50] + rows[1]);
  const std::string b = folder->write("part-b.jsonl", rows[2] + rows[150] + rows[250]);
  ASSERT_EQ(audit({a}, "a"), 0);
  ASSERT_EQ(audit({b}, "b"), 0);
  ASSERT_EQ(audit({b, a}, "b-a"), 0);
  const Outcome outcome = merge({"b", "a"}, "merged");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(has(outcome.out, "3 of 5 pages were copied from 1 of 4 originals")) << outcome.out;
  EXPECT_EQ(findings("merged"), findings("b-a")) << "by file, in whatever order they were named";
  EXPECT_EQ(summary("merged"), summary("b-a"));
}

TEST_F(AuditInParts, StdinIsAWayOfItsOwn) {
  EXPECT_EQ(run_unspin({"audit", "--stdin", "--jsonl"}).status, 2) << "without an index";
  EXPECT_EQ(run_unspin({"audit", "--stdin", "--index", index()}).status, 2) << "of what?";
  const Outcome both =
      run_unspin({"audit", "--index", index(), "--stdin", "--jsonl", "--crawl", "-"});
  EXPECT_EQ(both.status, 2);
  EXPECT_TRUE(has(both.err, "--stdin is a filter")) << both.err;
}

TEST_F(AuditInParts, APartThatIsNoneIsNamed) {
  folder->write("notes.jsonl", "{\"note\": 1}\n");
  const Outcome outcome = merge({"notes.jsonl"}, "none");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_TRUE(has(outcome.err, "notes.jsonl, line 1: this is neither")) << outcome.err;
}

}  // namespace
}  // namespace unspin::cli
