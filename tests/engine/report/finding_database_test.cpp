#include "engine/report/finding_database.hpp"

#include <gtest/gtest.h>

#include "engine/io/error.hpp"
#include "tests/engine/io/scratch_folder.hpp"
#include "tests/engine/report/made_up_finding.hpp"
#include "tests/files.hpp"
#include "tests/sqlite_rows.hpp"

namespace unspin {
namespace {

using Rows = std::vector<std::string>;

class FindingsInSqlite : public ::testing::Test {
 protected:
  static FindingLine finding(std::string_view page, std::string_view original,
                             std::string_view id = "f0") {
    FindingLine line = FindingLineReader().read(testing::finding_line_with(id, "\"text\""), "");
    line.page.id = page;
    line.original.id = original;
    return line;
  }

  std::string write(const std::vector<FindingLine>& findings, const Reviews& reviews = {},
                    const std::string& name = "findings.sqlite") const {
    FindingDatabase database(folder.path(name), reviews);
    for (const FindingLine& line : findings) {
      database.add(line);
    }
    database.finish();
    return folder.path(name);
  }

  testing::ScratchFolder folder;
};

TEST_F(FindingsInSqlite, HavePagesAndOriginalsOnce) {
  const std::string file =
      write({finding("p", "x"), finding("p", "y"), finding("q", "x"), finding("p", "x")});
  EXPECT_EQ(testing::sqlite_rows(file, "SELECT finding, page, original FROM findings"),
            (Rows{"1|1|1", "2|1|2", "3|2|1", "4|3|1"}))
      << "what comes again later is another page";
  EXPECT_EQ(testing::sqlite_rows(file, "SELECT page, id FROM pages"), (Rows{"1|p", "2|q", "3|p"}));
  EXPECT_EQ(testing::sqlite_rows(file, "SELECT original, id FROM originals"), (Rows{"1|x", "2|y"}));
  EXPECT_EQ(testing::sqlite_rows(file, "PRAGMA foreign_key_check"), Rows{});
  EXPECT_EQ(testing::sqlite_rows(file, "PRAGMA integrity_check"), Rows{"ok"});
  EXPECT_EQ(testing::sqlite_rows(file, "PRAGMA user_version"), Rows{"1"});
  EXPECT_EQ(folder.entries(), 1u) << "nothing else is left";
}

TEST_F(FindingsInSqlite, HaveEverything) {
  FindingLine line = finding("p", "x");
  line.page.address = "https://copies.example/7";
  line.original.title.clear();
  const std::string file = write({line});
  EXPECT_EQ(testing::sqlite_rows(file, "SELECT * FROM pages"),
            Rows{"1|p|https://copies.example/7|copies.example|text|text|400|text|12|-|5|3|"
                 "{\"topic\":\"text\"}"});
  EXPECT_EQ(testing::sqlite_rows(file, "SELECT * FROM originals"), Rows{"1|x|text|text|-|300"});
  EXPECT_EQ(testing::sqlite_rows(file, "SELECT * FROM findings"),
            Rows{"1|f0|1|1|spun|0.875|0.25|0.5|0.125|30"});
  EXPECT_EQ(testing::sqlite_rows(file, "SELECT * FROM passages"),
            Rows{"1|1|spun|0.875|12.5|1|9|2|8|30|4|2|1|text|text|text\ntext"});
  EXPECT_EQ(testing::sqlite_rows(file, "SELECT * FROM swaps"), Rows{"1|1|text|text|3|synonym"});
}

TEST_F(FindingsInSqlite, DismissedOnesAreNoCopies) {
  const Reviews reviews = {{"f1", {.status = ReviewStatus::dismissed, .reason = "licensed"}},
                           {"f2", {.status = ReviewStatus::confirmed}}};
  const std::string file =
      write({finding("a", "x", "f1"), finding("b", "x", "f2"), finding("c", "x", "f3")}, reviews);
  EXPECT_EQ(testing::sqlite_rows(file, "SELECT finding, review FROM copies ORDER BY finding"),
            (Rows{"2|confirmed", "3|-"}));
  EXPECT_EQ(testing::sqlite_rows(file, "SELECT * FROM reviews"),
            (Rows{"f1|dismissed|licensed", "f2|confirmed|-"}));
}

TEST_F(FindingsInSqlite, AreDataWhateverTheySay) {
  const std::string text = "'); DROP TABLE pages; --";
  FindingLine line = finding(text, text);
  line.passages[0].page.text = text;
  const std::string file = write({line});
  EXPECT_EQ(testing::sqlite_rows(file, "SELECT id FROM pages"), Rows{text});
  EXPECT_EQ(testing::sqlite_rows(file, "SELECT page_text FROM passages"), Rows{text});
}

TEST_F(FindingsInSqlite, MayBeNone) {
  const std::string file = write({});
  for (const std::string table :
       {"pages", "originals", "findings", "passages", "swaps", "reviews", "copies"}) {
    EXPECT_EQ(testing::sqlite_rows(file, "SELECT count(*) FROM " + table), Rows{"0"}) << table;
  }
}

TEST_F(FindingsInSqlite, AreTheSameBytesEachTime) {
  const std::vector<FindingLine> findings = {finding("p", "x"), finding("q", "y")};
  const std::string once = testing::read_file(write(findings, {{"f0", {}}}, "a"));
  EXPECT_TRUE(testing::read_file(write(findings, {{"f0", {}}}, "b")) == once);
}

TEST_F(FindingsInSqlite, ReplaceTheOldOnesAsAWholeOrNotAtAll) {
  const std::string file = write({finding("p", "x")});
  const std::string old = testing::read_file(file);
  {
    FindingDatabase unfinished(file, {});
    unfinished.add(finding("q", "y"));
  }
  EXPECT_TRUE(testing::read_file(file) == old);
  EXPECT_EQ(folder.entries(), 1u);
  write({finding("q", "y")});
  EXPECT_EQ(testing::sqlite_rows(file, "SELECT id FROM pages"), Rows{"q"});
  try {
    FindingDatabase(folder.path("missing/findings.sqlite"), {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::unwritable_output);
  }
}

}  // namespace
}  // namespace unspin
