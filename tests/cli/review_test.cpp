// `unspin review`: decisions about findings, and that later audits keep them.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "engine/report/json_writer.hpp"
#include "tests/cli/run_command.hpp"
#include "tests/files.hpp"
#include "tests/sqlite_rows.hpp"

namespace unspin::cli {
namespace {

using testing::corpus_text;
using Arguments = std::vector<std::string>;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// An audit of two spun pages and an honest one in the folder "audit".
class CommandReview : public ::testing::Test {
 protected:
  CommandReview() {
    const std::string originals = folder.write("bees.txt", corpus_text("city-bees/original"));
    const std::string more = folder.write("run.txt", corpus_text("first-10k/original"));
    EXPECT_EQ(run_unspin({"index", "build", originals, more, "-o", index()}).status, 0);
    folder.write("crawl.jsonl", row("one", corpus_text("city-bees/spun")) +
                                    row("two", corpus_text("first-10k/spun")) +
                                    row("three", corpus_text("city-bees/reworded")));
    EXPECT_EQ(audit("audit").status, 0);
    const std::string findings = file("findings.jsonl");
    for (const std::string_view line : lines_of(findings)) {
      ids.emplace_back(line.substr(line.find("\"id\":\"") + 6, 33));
    }
  }

  static std::string row(std::string_view page, const std::string& text) {
    std::string json;
    JsonWriter writer(json);
    writer.begin_object().key("url").value(fmt::format("https://{}.example/", page));
    writer.key("text").value(text).end_object();
    return json + "\n";
  }

  std::string index() const { return folder.path("index"); }
  Outcome audit(const std::string& into) const {
    return run_unspin({"audit", "--index", index(), "--crawl", folder.path("crawl.jsonl"), "-o",
                       folder.path(into)});
  }
  Outcome review(Arguments arguments, const std::string& of = "audit") const {
    arguments.insert(arguments.begin(), {"review", folder.path(of)});
    return run_unspin(arguments);
  }
  std::string file(const std::string& name) const {
    return read_file(folder.path("audit/" + name));
  }
  /// "dismissed|licensed", of each finding.
  std::vector<std::string> statuses() const {
    return testing::sqlite_rows(folder.path("audit/findings.sqlite"),
                                "SELECT coalesce(status, 'open'), coalesce(reason, '') FROM "
                                "findings LEFT JOIN reviews USING (id) ORDER BY finding");
  }

  TempFolder folder;
  Arguments ids;
};

TEST_F(CommandReview, DismissesConfirmsAndUndoes) {
  ASSERT_EQ(ids.size(), 2u);
  const std::string findings = file("findings.jsonl");
  const Outcome dismissed = review({"--dismiss", ids[0], "--reason", "licensed, in 2023"});
  EXPECT_EQ(dismissed.status, 0) << dismissed.err;
  EXPECT_EQ(dismissed.out, "reviews: 1 dismissed, 0 confirmed, 1 open\n");
  EXPECT_EQ(file("reviews.jsonl"),
            fmt::format("{{\"id\":\"{}\",\"status\":\"dismissed\",\"reason\":\"licensed, in "
                        "2023\"}}\n",
                        ids[0]));
  EXPECT_EQ(statuses(), (Arguments{"dismissed|licensed, in 2023", "open|"}));
  EXPECT_TRUE(has(file("findings.csv"), ",dismissed,\"licensed, in 2023\","));
  EXPECT_TRUE(has(file("report.html"), ",2,\"licensed, in 2023\"]"));

  EXPECT_EQ(review({"--confirm", ids[0], ids[1]}).status, 0);
  EXPECT_EQ(statuses(), (Arguments{"confirmed|", "confirmed|"}));
  EXPECT_EQ(review({"--undo", ids[0], ids[1]}).status, 0);
  EXPECT_EQ(file("reviews.jsonl"), "");
  EXPECT_EQ(statuses(), (Arguments{"open|", "open|"}));
  EXPECT_EQ(file("findings.jsonl"), findings) << "the findings stay as they were";
}

TEST_F(CommandReview, ListsWhatIsThere) {
  EXPECT_EQ(review({"--dismiss", ids[1], "--reason", "\x1b[2Jours"}).status, 0);
  for (const Arguments& asked : {Arguments{}, Arguments{"--list"}}) {
    const std::string out = review(asked).out;
    const auto lines = lines_of(out);
    ASSERT_EQ(lines.size(), 2u) << out;
    EXPECT_TRUE(has(lines[0], "  open       spun      1.00  https://one.example/ ← ")) << out;
    EXPECT_TRUE(lines[0].starts_with(ids[0].substr(0, 8)));
    EXPECT_TRUE(has(lines[1], "  dismissed  spun ") && has(lines[1], "ours)")) << out;
    EXPECT_FALSE(has(out, "\x1b")) << "no text steers the terminal";
  }
}

TEST_F(CommandReview, TheNextAuditRemembers) {
  const std::string findings = file("findings.jsonl");
  ASSERT_EQ(review({"--dismiss", ids[0].substr(0, 10)}).status, 0);
  const Outcome again = audit("audit");
  EXPECT_EQ(again.status, 0);
  EXPECT_TRUE(has(again.out, "reviews: 1 dismissed, 0 confirmed, 1 open\n")) << again.out;
  EXPECT_EQ(file("findings.jsonl"), findings);
  EXPECT_EQ(statuses(), (Arguments{"dismissed|", "open|"}));

  folder.write("crawl.jsonl", row("two", corpus_text("first-10k/spun")));
  ASSERT_EQ(audit("audit").status, 0);
  EXPECT_EQ(statuses(), Arguments{"open|"});
  folder.write("crawl.jsonl", row("new", corpus_text("city-bees/spun")) +
                                  row("one", corpus_text("city-bees/spun")));
  ASSERT_EQ(audit("audit").status, 0);
  EXPECT_EQ(statuses(), (Arguments{"open|", "dismissed|"})) << "the page came back";
}

TEST_F(CommandReview, MergesKeepTheReviewsOfTheParts) {
  ASSERT_EQ(audit("other").status, 0);
  ASSERT_EQ(review({"--dismiss", ids[0], "--reason", "old"}).status, 0);
  ASSERT_EQ(review({"--confirm", ids[0], ids[1]}, "other").status, 0);
  const auto merged = [&](const std::string& first, const std::string& second) {
    return run_unspin(
        {"merge", folder.path(first), folder.path(second), "-o", folder.path(first + second)});
  };
  const Outcome outcome = merged("audit", "other");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(has(outcome.err, ids[0] + " is confirmed here and dismissed in an earlier part"))
      << outcome.err;
  EXPECT_TRUE(has(outcome.out, "reviews: 0 dismissed, 2 confirmed, 0 open")) << outcome.out;
  EXPECT_TRUE(has(merged("other", "audit").out, "reviews: 1 dismissed, 1 confirmed, 0 open"));
  ASSERT_EQ(review({"--undo", ids[1], "--dismiss", ids[0]}, "auditother").status, 0);
  EXPECT_TRUE(has(merged("audit", "other").out, "reviews: 1 dismissed, 1 confirmed, 0 open"))
      << "what the folder itself has wins";
}

TEST_F(CommandReview, TakesATableEditedByHand) {
  ASSERT_EQ(review({"--confirm", ids[1], "--reason", "=seen"}).status, 0);
  const std::string table = file("findings.csv");
  EXPECT_TRUE(has(table, ",confirmed,'=seen,"));
  const std::string edited = folder.write("edited.csv", "\xEF\xBB\xBF" + table);
  EXPECT_EQ(review({"--from", edited}).out, "reviews: 0 dismissed, 1 confirmed, 1 open\n");
  EXPECT_EQ(statuses(), (Arguments{"open|", "confirmed|=seen"})) << "the reason as it was given";

  folder.write("edited.csv", "id,review,reason\n" + ids[0] +
                                 ",dismissed,\"a licence, \"\"2023\"\"\"" + "\n" + ids[1] + ",,\n");
  EXPECT_EQ(review({"--from", edited}).status, 0);
  EXPECT_EQ(statuses(), (Arguments{"dismissed|a licence, \"2023\"", "open|"}));
}

TEST_F(CommandReview, NamesTheRowThatItCannotTake) {
  const auto refused = [&](const std::string& rows) {
    const Outcome outcome = review({"--from", folder.write("edited.csv", rows)});
    EXPECT_NE(outcome.status, 0) << rows;
    return outcome.err;
  };
  const std::string head = "id,review,reason\n" + ids[1] + ",dismissed,\n";
  EXPECT_TRUE(has(refused(head + ids[0] + ",dismised,\n"), "line 3: the review is \"dismised\""));
  EXPECT_TRUE(has(refused(head + ids[0] + ",dismised,\n"), "did you mean dismissed?"));
  EXPECT_TRUE(has(refused(head + ids[0] + ",,licensed\n"), "line 3: there is a reason"));
  EXPECT_TRUE(has(refused(head + "f000000000,dismissed,\n"), "line 3: there is no finding"));
  EXPECT_TRUE(has(refused(head + ids[0] + ",dismissed,a,b\n"), "line 3: there are 4 cells"));
  EXPECT_TRUE(has(refused(head + ids[0] + ",dismissed,\xff\n"), "line 3: this is not UTF-8"));
  EXPECT_TRUE(has(refused(head + ids[1] + ",confirmed,\n"), "line 3: another row reviews"));
  EXPECT_TRUE(has(refused("id;review;reason\n"), "no column `id`"));
  EXPECT_EQ(statuses(), (Arguments{"open|", "open|"})) << "all rows or none";
}

TEST_F(CommandReview, LeavesTheOldTablesIfThereIsNoRoomForNewOnes) {
  const std::string database = file("findings.sqlite");
  const std::string table = file("findings.csv");
  // Files may have 40 KiB here.
  const Outcome outcome =
      run_in_bash(R"(trap "" XFSZ; ulimit -f 40; exec "$0" review "$1" --dismiss "$2")",
                  {folder.path("audit"), ids[0]});
  EXPECT_EQ(outcome.status, 4);
  EXPECT_TRUE(has(outcome.err, "findings.sqlite: ") && has(outcome.err, "Make room"))
      << outcome.err;
  EXPECT_TRUE(file("findings.sqlite") == database && file("findings.csv") == table);
  EXPECT_EQ(review({"--dismiss", ids[0]}).status, 0);
  EXPECT_EQ(statuses(), (Arguments{"dismissed|", "open|"})) << "with room it goes on";
}

TEST_F(CommandReview, SaysWhatIsWrongWithAnId) {
  const auto refused = [&](const std::string& id) {
    const Outcome outcome = review({"--dismiss", id});
    EXPECT_EQ(outcome.status, 2) << id;
    return outcome.err;
  };
  EXPECT_TRUE(has(refused(ids[0].substr(0, 5)), "at least 6 characters"));
  EXPECT_TRUE(has(refused(ids[0].substr(0, 9) + "xyz"), "Did you mean " + ids[0] + "?"));
  EXPECT_TRUE(has(refused("nothing"), "--list shows"));
  EXPECT_EQ(review({"--reason", "licensed"}).status, 2) << "of what?";
  EXPECT_EQ(review({"--dismiss", ids[0], "--confirm", ids[0]}).status, 2) << "which?";
  const Outcome nowhere = review({}, "index");
  EXPECT_EQ(nowhere.status, 3);
  EXPECT_TRUE(has(nowhere.err, "no complete audit")) << nowhere.err;
}

}  // namespace
}  // namespace unspin::cli
