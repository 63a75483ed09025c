#include "engine/report/csv_cells.hpp"

#include <gtest/gtest.h>
#include <utility>

namespace unspin {
namespace {

std::string cell(std::string_view text) {
  std::string out;
  append_csv_cell(text, out);
  return out;
}

TEST(CsvCells, AreQuotedAsTheStandardSays) {
  EXPECT_EQ(cell("plain; text"), "plain; text");
  EXPECT_EQ(cell("a,b"), "\"a,b\"");
  EXPECT_EQ(cell("say \"so\""), "\"say \"\"so\"\"\"");
  EXPECT_EQ(cell("two\r\nlines"), "\"two\r\nlines\"");
}

TEST(CsvCells, AreNoFormulas) {
  const std::pair<const char*, const char*> cells[] = {
      {"=1+1", "'=1+1"},
      {"=HYPERLINK(\"http://a.example\")", "'=HYPERLINK(\"http://a.example\")"},
      {"+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"},
      {"-2+3", "'-2+3"},
      {"@SUM(1,2)", "'@SUM(1,2)"},
      {"\t=1", "'=1"},
      {"\r\n =1", "'=1"},
      {"＝1+1", "'＝1+1"},
      {"＠SUM(1)", "'＠SUM(1)"},
      {"a;=1+1", "a;'=1+1"},
      {"a\n\t -1", "a\n\t '-1"},
      {"a = b - c", "a = b - c"},
      {"well-known; a+b", "well-known; a+b"},
      {"it's", "it's"},
      {"", ""}};
  for (const auto& [text, safe] : cells) {
    EXPECT_EQ(without_formulas(text), safe) << text;
    EXPECT_EQ(without_formulas(safe), safe) << "once is enough";
  }
}

TEST(CsvCells, HaveNoControlCharacters) {
  EXPECT_EQ(without_formulas(std::string_view("a\0b\x1b", 4)), "a\uFFFDb\uFFFD");
}

TEST(CsvCells, GiveTheTextBack) {
  for (const char* text : {"=1+1", "a;=1+1", "'quoted'", "it's = so", "＝1", ""}) {
    EXPECT_EQ(with_formulas(without_formulas(text)), text);
  }
}

}  // namespace
}  // namespace unspin
